package eu.urbact.infocus.event.programmeimport;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of the file, read field by field. Whatever is wrong goes to the notes and the value becomes null, so
 * that one reading finds all errors. At its end {@link #end} complains about the fields that nobody asked for.
 */
final class Section {

    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,4}");
    private static final int KEY_LENGTH = 64;
    private static final int URL_LENGTH = 500;

    private final String path;
    private final Node node;
    private final ReadingNotes notes;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final boolean readable;

    Section(String path, Node node, ReadingNotes notes) {
        this.path = path;
        this.node = node;
        this.notes = notes;
        this.readable = node instanceof MappingNode;
        notes.place(path, node);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::index);
        } else {
            notes.error(node, path, "must be a mapping of field names to values");
        }
    }

    private void index(NodeTuple entry) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            notes.error(entry.getKeyNode(), path, "a field name must be plain text");
            return;
        }
        String name = key.getValue();
        if (values.containsKey(name)) {
            notes.error(key, field(name), "is there twice");
            return;
        }
        values.put(name, entry.getValueNode());
        keys.put(name, key);
        notes.place(field(name), entry.getValueNode());
    }

    private String field(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Complains about fields that do not exist. Call it when everything has been asked for. */
    void end() {
        keys.forEach((name, key) -> {
            if (!known.contains(name)) {
                notes.error(key, field(name), "there is no such field here; possible are " + String.join(", ", known));
            }
        });
    }

    /** A text on one line that must be there. */
    String text(String name, int maxLength) {
        return required(name, value -> plainText(name, value, maxLength, false));
    }

    /** A text on one line that may be absent. */
    String optionalText(String name, int maxLength) {
        return optional(name, value -> plainText(name, value, maxLength, false));
    }

    /** A text with paragraphs that may be absent. */
    String optionalParagraphs(String name, int maxLength) {
        return optional(name, value -> plainText(name, value, maxLength, true));
    }

    /** A text with paragraphs that must be there. */
    String paragraphs(String name, int maxLength) {
        return required(name, value -> plainText(name, value, maxLength, true));
    }

    /** A name for use in addresses and references that must be there. */
    String key(String name) {
        return required(name, value -> keyText(name, value));
    }

    /** A name for use in addresses and references that may be absent. */
    String optionalKey(String name) {
        return optional(name, value -> keyText(name, value));
    }

    /** A whole number that must be there. */
    Integer number(String name, int min, int max) {
        return required(name, value -> wholeNumber(name, value, min, max));
    }

    /** A whole number that may be absent. */
    Integer optionalNumber(String name, int min, int max) {
        return optional(name, value -> wholeNumber(name, value, min, max));
    }

    /** One of the values of an enum that must be there. */
    <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        return required(name, value -> enumValue(name, value, type));
    }

    /** One of the values of an enum, or the given one when it is absent. */
    <E extends Enum<E>> E oneOf(String name, Class<E> type, E otherwise) {
        known.add(name);
        return values.containsKey(name) ? oneOf(name, type) : otherwise;
    }

    /** A day such as {@code 2016-11-23} that must be there. */
    LocalDate date(String name) {
        return required(name, value -> parsed(name, value, LocalDate::parse, "must be a day like 2016-11-23"));
    }

    /** A local time with its day such as {@code 2016-11-23T13:30} that must be there. */
    LocalDateTime dateTime(String name) {
        return required(
                name,
                value -> parsed(name, value, LocalDateTime::parse, "must be a day and time like 2016-11-23T13:30"));
    }

    /** A time such as {@code 09:15} that must be there. */
    LocalTime time(String name) {
        return required(name, value -> clockTime(name, value));
    }

    /** A time such as {@code 09:15} that may be absent. */
    LocalTime optionalTime(String name) {
        return optional(name, value -> clockTime(name, value));
    }

    /** A zone such as {@code Europe/Berlin} that must be there. */
    ZoneId zone(String name) {
        return required(name, value -> {
            // an offset such as +01:00 would be a zone, too, but knows nothing of summer time
            String text = scalar(name, value);
            boolean exists = text != null && ZoneId.getAvailableZoneIds().contains(text);
            return checked(
                    name,
                    value,
                    exists ? ZoneId.of(text) : null,
                    text == null || exists,
                    "must be a time zone like Europe/Berlin");
        });
    }

    /** A country as two capital letters that must be there. */
    String country(String name) {
        return required(name, value -> {
            String text = scalar(name, value);
            boolean exists =
                    text == null || Arrays.asList(Locale.getISOCountries()).contains(text);
            return checked(name, value, text, exists, "must be a country of ISO 3166 like DE");
        });
    }

    /** The http(s) address of a page that must be there. */
    String url(String name) {
        return required(name, value -> webAddress(name, value));
    }

    /** The http(s) address of a page that may be absent. */
    String optionalUrl(String name) {
        return optional(name, value -> webAddress(name, value));
    }

    /** A mapping that must be there; an empty one stands in for it when it is not. */
    Section section(String name) {
        known.add(name);
        Node value = values.get(name);
        if (value == null) {
            missing(name);
            return new Section(field(name), emptyMapping(), new ReadingNotes());
        }
        return new Section(field(name), value, notes);
    }

    private Node emptyMapping() {
        return new MappingNode(
                Tag.MAP, true, List.of(), node.getStartMark(), node.getEndMark(), DumperOptions.FlowStyle.BLOCK);
    }

    /** A list of mappings with at least one entry. */
    <T> List<T> list(String name, Function<Section, T> reader) {
        known.add(name);
        if (!values.containsKey(name)) {
            missing(name);
            return List.of();
        }
        List<T> entries = optionalList(name, reader);
        if (entries.isEmpty() && values.get(name) instanceof SequenceNode) {
            wrong(name, values.get(name), "must have at least one entry");
        }
        return entries;
    }

    /** A list of mappings that may be absent. */
    <T> List<T> optionalList(String name, Function<Section, T> reader) {
        known.add(name);
        Node value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SequenceNode sequence)) {
            wrong(name, value, "must be a list");
            return List.of();
        }
        List<T> entries = new ArrayList<>();
        for (Node entry : sequence.getValue()) {
            Section section = new Section(field(name) + "[" + entries.size() + "]", entry, notes);
            entries.add(reader.apply(section));
        }
        return entries;
    }

    /** Adds a complaint about a field that can be read, but not be used. */
    void refuse(String name, String message) {
        wrong(name, values.getOrDefault(name, node), message);
    }

    private <T> T required(String name, Function<Node, T> reader) {
        known.add(name);
        Node value = values.get(name);
        if (value == null) {
            missing(name);
            return null;
        }
        return reader.apply(value);
    }

    private <T> T optional(String name, Function<Node, T> reader) {
        known.add(name);
        Node value = values.get(name);
        return value == null ? null : reader.apply(value);
    }

    private void missing(String name) {
        if (readable) {
            notes.error(node, field(name), "is missing");
        }
    }

    private void wrong(String name, Node value, String message) {
        notes.error(value, field(name), message);
    }

    /** The result when it is right; otherwise a complaint, and null. */
    private <T> T checked(String name, Node value, T result, boolean right, String message) {
        if (right) {
            return result;
        }
        wrong(name, value, message);
        return null;
    }

    private String scalar(String name, Node value) {
        if (!(value instanceof ScalarNode scalar)) {
            wrong(name, value, "must be a single value, not a list or a mapping");
            return null;
        }
        boolean empty = scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank();
        return checked(
                name,
                value,
                scalar.getValue().strip(),
                !empty,
                "must not be empty; leave the field out if there is nothing to say");
    }

    private String plainText(String name, Node value, int maxLength, boolean multiline) {
        String text = scalar(name, value);
        if (text == null) {
            return null;
        }
        if (text.codePointCount(0, text.length()) > maxLength) {
            wrong(name, value, "must not be longer than " + maxLength + " characters");
            return null;
        }
        boolean clean = text.codePoints().noneMatch(character -> forbidden(character, multiline));
        return checked(
                name, value, text, clean, multiline ? "must hold no control characters" : "must be text on one line");
    }

    /** Control characters, and those that turn the direction of what follows. */
    private static boolean forbidden(int character, boolean multiline) {
        return (Character.isISOControl(character) && !(multiline && character == '\n'))
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }

    private String keyText(String name, Node value) {
        String text = scalar(name, value);
        return checked(
                name,
                value,
                text,
                text == null
                        || (text.length() <= KEY_LENGTH && KEY.matcher(text).matches()),
                "must be small letters, digits and single hyphens, at most " + KEY_LENGTH + " characters");
    }

    private Integer wholeNumber(String name, Node value, int min, int max) {
        String text = scalar(name, value);
        if (text == null) {
            return null;
        }
        Integer number = WHOLE_NUMBER.matcher(text).matches() ? Integer.valueOf(text) : null;
        boolean right = number != null && number >= min && number <= max;
        String range = min == max ? "must be " + min : "must be a whole number from " + min + " to " + max;
        return checked(name, value, number, right, range);
    }

    private <E extends Enum<E>> E enumValue(String name, Node value, Class<E> type) {
        String text = scalar(name, value);
        if (text == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        wrong(
                name,
                value,
                "must be one of "
                        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")));
        return null;
    }

    private LocalTime clockTime(String name, Node value) {
        String message = "must be a time like 09:15";
        String text = scalar(name, value);
        if (text == null) {
            return null;
        }
        String wellFormed = checked(name, value, text, TIME.matcher(text).matches(), message);
        return wellFormed == null ? null : parsed(name, value, LocalTime::parse, message);
    }

    private <T> T parsed(String name, Node value, Function<String, T> parser, String message) {
        String text = scalar(name, value);
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (DateTimeParseException e) {
            wrong(name, value, message);
            return null;
        }
    }

    private String webAddress(String name, Node value) {
        String text = scalar(name, value);
        boolean right = text == null || (text.length() <= URL_LENGTH && isWebAddress(text));
        return checked(name, value, text, right, "must be an address that begins with http:// or https://");
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
