package eu.urbact.infocus.chassis.yaml;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.chassis.validation.WebAddress;

/**
 * One mapping of a file, read field by field. What is wrong goes to the notes and counts as absent, so that one reading
 * finds everything; a field that has to be there is asked for with {@code required...}. At its end {@link #end} complains
 * about the fields that nobody asked for.
 *
 * <p>Scalars are taken as they are written: {@code 01} is the text "01" and {@code NO} is not false. A field without a
 * value is an error: leave it out.
 *
 * <p>In place of something that is no mapping stands one without fields that complains about nothing further.
 */
public final class YamlMapping {

    /** Years that a date may lie in: everything else is a slip of the pen, and some of it no database can hold. */
    public static final int FIRST_YEAR = 2000;

    /** The last of these years. */
    public static final int LAST_YEAR = 2100;

    static final String NO_MAPPING = "must be a mapping of field names to values";

    private static final String NO_ADDRESS =
            "must be a web address such as https://www.example.org, without spaces and without a name and password in it";

    private static final int LONGEST_WORD = 100;
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,3}(\\.\\d{1,15})?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern DATE_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Place place;
    private final String path;
    private final FileNotes notes;
    private final boolean readable;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Place> keys = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    YamlMapping(Node node, String path, FileNotes notes) {
        this.place = Place.of(node, path);
        this.path = path;
        this.notes = notes;
        this.readable = node instanceof MappingNode;
        notes.remember(place);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::index);
        } else {
            notes.add(place, NO_MAPPING);
        }
    }

    /** Stands in for a mapping that is not there. */
    private YamlMapping(Place place, FileNotes notes) {
        this.place = place;
        this.path = place.field();
        this.notes = notes;
        this.readable = false;
    }

    private void index(NodeTuple entry) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            notes.add(Place.of(entry.getKeyNode(), path), "a field name must be plain text");
            return;
        }
        String name = key.getValue();
        Place keyPlace = Place.of(key, path(name));
        if (keys.putIfAbsent(name, keyPlace) != null) {
            notes.add(keyPlace, "is given twice");
            return;
        }
        values.put(name, entry.getValueNode());
        notes.remember(Place.of(entry.getValueNode(), path(name)));
    }

    private String path(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    /** Where it begins. */
    public Place place() {
        return place;
    }

    /** Where a field's value stands, or the mapping itself when the field is not there. */
    public Place place(String field) {
        Node value = values.get(field);
        return value == null ? place : Place.of(value, path(field));
    }

    /** Whether the field is there, whatever it holds. */
    public boolean has(String field) {
        return values.containsKey(field);
    }

    /** Complains about a field that can be read, but not be used. */
    public void refuse(String field, String message) {
        Place at = place(field);
        note(new Place(at.line(), at.column(), path(field)), message);
    }

    /** Complains about the mapping as a whole. */
    public void refuse(String message) {
        note(place, message);
    }

    private void note(Place at, String message) {
        if (readable) {
            notes.add(at, message);
        }
    }

    /** Complains about fields that do not exist. Call it when everything has been asked for. */
    public void end() {
        keys.forEach((name, key) -> {
            if (!known.contains(name)) {
                notes.add(key, "there is no such field here; possible are " + String.join(", ", known));
            }
        });
    }

    /** A text on one line without markup. */
    public Optional<String> text(String field, int longest) {
        return read(field, (name, node) -> text(name, node, longest, false));
    }

    /** {@link #text} that has to be there. */
    public Optional<String> requiredText(String field, int longest) {
        return required(field).text(field, longest);
    }

    /** A text with paragraphs. */
    public Optional<String> paragraphs(String field, int longest) {
        return read(field, (name, node) -> text(name, node, longest, true));
    }

    /** {@link #paragraphs} that have to be there. */
    public Optional<String> requiredParagraphs(String field, int longest) {
        return required(field).paragraphs(field, longest);
    }

    /** A name for use in addresses and references. */
    public Optional<String> key(String field, int longest) {
        return read(
                field,
                (name, node) -> parsed(
                        name,
                        single(name, node),
                        text -> text.length() <= longest && KEY.matcher(text).matches() ? text : null,
                        "must be small letters, digits and single hyphens, at most " + longest + " characters"));
    }

    /** {@link #key} that has to be there. */
    public Optional<String> requiredKey(String field, int longest) {
        return required(field).key(field, longest);
    }

    /** A short text that looks a certain way; {@code hint} says which, e.g. "two digits". */
    public Optional<String> matching(String field, Pattern pattern, String hint) {
        return read(field, (name, node) -> matching(name, node, pattern, "must be " + hint));
    }

    /** {@link #matching} that has to be there. */
    public Optional<String> requiredMatching(String field, Pattern pattern, String hint) {
        return required(field).matching(field, pattern, hint);
    }

    /** A whole number of at most nine digits in a range, both ends included. */
    public Optional<Integer> integer(String field, int least, int most) {
        String message = least == most ? "must be " + least : "must be a whole number from " + least + " to " + most;
        return read(
                field,
                (name, node) -> parsed(
                        name,
                        matching(name, node, WHOLE_NUMBER, message).map(Integer::valueOf),
                        number -> number >= least && number <= most ? number : null,
                        message));
    }

    /** {@link #integer} that has to be there. */
    public Optional<Integer> requiredInteger(String field, int least, int most) {
        return required(field).integer(field, least, most);
    }

    /** A decimal number of three digits before and fifteen after the point, such as a coordinate; it has to be there. */
    public Optional<Double> requiredDecimal(String field) {
        return required(field)
                .read(field, (name, node) -> matching(name, node, DECIMAL, "must be a decimal number such as 43.263")
                        .map(Double::valueOf));
    }

    /** {@code true} or {@code false}; false when it is not there. */
    public boolean flag(String field) {
        return read(field, (name, node) -> matching(name, node, Pattern.compile("true|false"), "must be true or false"))
                .map(Boolean::valueOf)
                .orElse(false);
    }

    /** A day such as {@code 2016-11-23}. */
    public Optional<LocalDate> date(String field) {
        return read(
                field,
                (name, node) -> temporal(
                        name, node, DATE, LocalDate::parse, LocalDate::getYear, "must be a day like 2016-11-23"));
    }

    /** {@link #date} that has to be there. */
    public Optional<LocalDate> requiredDate(String field) {
        return required(field).date(field);
    }

    /** A local time with its day such as {@code 2016-11-23T13:30}; it has to be there. */
    public Optional<LocalDateTime> requiredDateTime(String field) {
        return required(field)
                .read(
                        field,
                        (name, node) -> temporal(
                                name,
                                node,
                                DATE_TIME,
                                LocalDateTime::parse,
                                LocalDateTime::getYear,
                                "must be a day and time like 2016-11-23T13:30"));
    }

    /** A time of the day such as {@code 09:15}. */
    public Optional<LocalTime> time(String field) {
        return read(
                field,
                (name, node) ->
                        temporal(name, node, TIME, LocalTime::parse, time -> FIRST_YEAR, "must be a time like 09:15"));
    }

    /** {@link #time} that has to be there. */
    public Optional<LocalTime> requiredTime(String field) {
        return required(field).time(field);
    }

    /** One of the constants of an enum. */
    public <E extends Enum<E>> Optional<E> choice(String field, Class<E> type, Spelling spelling) {
        List<E> constants = List.of(type.getEnumConstants());
        return read(
                field,
                (name, node) -> parsed(
                        name,
                        single(name, node),
                        text -> constants.stream()
                                .filter(constant -> spelling.of(constant).equals(text))
                                .findFirst()
                                .orElse(null),
                        "must be one of " + constants.stream().map(spelling::of).collect(Collectors.joining(", "))));
    }

    /** {@link #choice} that has to be there. */
    public <E extends Enum<E>> Optional<E> requiredChoice(String field, Class<E> type, Spelling spelling) {
        return required(field).choice(field, type, spelling);
    }

    /** A zone such as {@code Europe/Berlin}; it has to be there. An offset knows nothing of summer time and is none. */
    public Optional<ZoneId> requiredZone(String field) {
        return required(field).read(field, (name, node) -> oneOf(
                        name, node, ZoneId.getAvailableZoneIds(), "must be a time zone like Europe/Berlin")
                .map(ZoneId::of));
    }

    /** A country as two capital letters; it has to be there. */
    public Optional<String> requiredCountry(String field) {
        return required(field)
                .read(field, (name, node) -> oneOf(name, node, COUNTRIES, "must be a country of ISO 3166 like DE"));
    }

    /** The http(s) address of a page, as every browser takes it. */
    public Optional<String> webAddress(String field) {
        return read(field, (name, node) -> text(name, node, WebAddress.LONGEST, false)
                .flatMap(text -> {
                    Optional<String> address = WebAddress.of(text);
                    if (address.isEmpty()) {
                        refuse(name, WebAddress.mayBeTwo(text) ? WebAddress.TWO_ADDRESSES : NO_ADDRESS);
                    }
                    return address;
                }));
    }

    /** {@link #webAddress} that has to be there. */
    public Optional<String> requiredWebAddress(String field) {
        return required(field).webAddress(field);
    }

    /** A mapping. */
    public Optional<YamlMapping> mapping(String field) {
        return read(field, (name, node) -> Optional.of(new YamlMapping(node, path(name), notes)));
    }

    /** A mapping that has to be there; when it is not, that is noted, and one without fields stands in for it. */
    public YamlMapping requiredMapping(String field) {
        return required(field)
                .mapping(field)
                .orElseGet(() -> new YamlMapping(new Place(place.line(), place.column(), path(field)), notes));
    }

    /** The mappings of a list; none when it is not there. */
    public List<YamlMapping> mappings(String field) {
        return values(field).stream().map(YamlValue::mapping).toList();
    }

    /** The mappings of a list that has to be there and to have an entry. */
    public List<YamlMapping> requiredMappings(String field) {
        List<YamlMapping> mappings = required(field).mappings(field);
        if (values.get(field) instanceof SequenceNode && mappings.isEmpty()) {
            refuse(field, "must have at least one entry");
        }
        return mappings;
    }

    /** The entries of a list, whatever they are; none when it is not there. */
    public List<YamlValue> values(String field) {
        return read(field, (name, node) -> {
                    if (!(node instanceof SequenceNode sequence)) {
                        refuse(name, "must be a list");
                        return Optional.empty();
                    }
                    List<YamlValue> entries = new ArrayList<>();
                    for (Node entry : sequence.getValue()) {
                        entries.add(new YamlValue(entry, path(name) + "[" + entries.size() + "]", notes));
                    }
                    return Optional.of(List.copyOf(entries));
                })
                .orElseGet(List::of);
    }

    private YamlMapping required(String field) {
        if (!has(field)) {
            refuse(field, "is missing");
        }
        return this;
    }

    private <T> Optional<T> read(String field, BiFunction<String, Node, Optional<T>> reader) {
        known.add(field);
        Node node = values.get(field);
        return node == null ? Optional.empty() : reader.apply(field, node);
    }

    /** The value as it is written, without space around it. */
    private Optional<String> single(String field, Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            refuse(field, "must be a single value, not a list or a mapping");
            return Optional.empty();
        }
        String text =
                Normalizer.normalize(scalar.getValue(), Normalizer.Form.NFC).strip();
        if (text.isEmpty() || Tag.NULL.equals(scalar.getTag())) {
            refuse(field, "must not be empty; leave the field out if there is nothing to say");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private Optional<String> text(String field, Node node, int longest, boolean multiline) {
        return single(field, node).flatMap(text -> {
            String wrong = wrongIn(text, longest, multiline);
            if (wrong == null) {
                return Optional.of(text);
            }
            refuse(field, wrong);
            return Optional.empty();
        });
    }

    private static String wrongIn(String text, int longest, boolean multiline) {
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            return "is %d characters long, at most %d are allowed".formatted(length, longest);
        }
        if (!multiline && text.indexOf('\n') >= 0) {
            return "must be text on one line";
        }
        if (text.codePoints().anyMatch(character -> character != '\n' && PlainText.isForbidden(character))) {
            return "must not hold characters that cannot be shown";
        }
        if (text.codePoints().noneMatch(SafeText.Validator::isVisible)) {
            return "must hold something that can be seen";
        }
        if (!multiline && (text.indexOf('<') >= 0 || text.indexOf('>') >= 0)) {
            return "must not hold markup (< or >)";
        }
        return null;
    }

    private Optional<String> matching(String field, Node node, Pattern pattern, String message) {
        return parsed(
                field,
                single(field, node),
                text -> text.length() <= LONGEST_WORD && pattern.matcher(text).matches() ? text : null,
                message);
    }

    private Optional<String> oneOf(String field, Node node, Set<String> all, String message) {
        return parsed(field, single(field, node), text -> all.contains(text) ? text : null, message);
    }

    private <T> Optional<T> temporal(
            String field,
            Node node,
            Pattern pattern,
            Function<String, T> parser,
            ToIntFunction<T> year,
            String message) {
        return parsed(
                field,
                parsed(field, matching(field, node, pattern, message), text -> parse(parser, text), message),
                time -> year.applyAsInt(time) >= FIRST_YEAR && year.applyAsInt(time) <= LAST_YEAR ? time : null,
                "must lie in the years " + FIRST_YEAR + " to " + LAST_YEAR);
    }

    /** Null for a day or a time that does not exist, such as 30 February. */
    private static <T> T parse(Function<String, T> parser, String text) {
        try {
            return parser.apply(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** What the parser makes of a value; a complaint when that is null. */
    private <T, R> Optional<R> parsed(String field, Optional<T> value, Function<T, R> parser, String message) {
        return value.flatMap(given -> {
            Optional<R> result = Optional.ofNullable(parser.apply(given));
            if (result.isEmpty()) {
                refuse(field, message);
            }
            return result;
        });
    }
}
