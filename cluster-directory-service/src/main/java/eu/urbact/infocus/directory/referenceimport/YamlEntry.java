package eu.urbact.infocus.directory.referenceimport;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads one mapping of a YAML file strictly: every field is asked for by name, what is left over is an error. A value that
 * is wrong is noted and replaced by something harmless, so that one run finds all errors of a file; with any error noted the
 * values are not used.
 *
 * <p>Scalars are taken as they are written: {@code 01} is the text "01" and {@code NO} is not false.
 */
final class YamlEntry {

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_IDENTIFIER = 60;

    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final Map<String, Place> keyPlaces = new LinkedHashMap<>();
    private final Map<String, Place> valuePlaces = new LinkedHashMap<>();
    private final Place place;
    private final String path;
    private final Findings findings;

    private YamlEntry(Node node, String path, Findings findings) {
        this.place = Place.of(node, path);
        this.path = path;
        this.findings = findings;
    }

    /** Reads a mapping; anything else is noted as an error and read as an empty one. */
    static Optional<YamlEntry> of(Node node, String path, Findings findings) {
        YamlEntry entry = new YamlEntry(node, path, findings);
        if (!(node instanceof MappingNode mapping)) {
            findings.add(entry.place, "must be a mapping of fields to values");
            return Optional.empty();
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                findings.add(Place.of(tuple.getKeyNode(), path), "a field's name must be plain text");
            } else if (entry.fields.put(key.getValue(), tuple.getValueNode()) != null) {
                findings.add(Place.of(key, entry.path(key.getValue())), "is given twice");
            } else {
                entry.keyPlaces.put(key.getValue(), Place.of(key, entry.path(key.getValue())));
            }
        }
        return Optional.of(entry);
    }

    Place place() {
        return place;
    }

    /** Where a field's value stands, or the entry itself when the field is missing. */
    Place place(String field) {
        return valuePlaces.getOrDefault(field, place);
    }

    private String path(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    private Optional<Node> take(String field) {
        Node node = fields.remove(field);
        if (node == null) {
            return Optional.empty();
        }
        valuePlaces.put(field, Place.of(node, path(field)));
        boolean empty = node instanceof ScalarNode scalar && Tag.NULL.equals(scalar.getTag());
        return empty ? Optional.empty() : Optional.of(node);
    }

    private <T> T missing(String field, T harmless) {
        findings.add(new Place(place.line(), place.column(), path(field)), "is missing");
        return harmless;
    }

    /** Free text: not empty, no markup, no control characters. */
    Optional<String> text(String field, int longest) {
        return take(field).map(node -> text(node, path(field), longest));
    }

    String requiredText(String field, int longest) {
        return text(field, longest).orElseGet(() -> missing(field, ""));
    }

    private String text(Node node, String where, int longest) {
        if (!(node instanceof ScalarNode scalar)) {
            findings.add(Place.of(node, where), "must be text");
            return "";
        }
        String value =
                Normalizer.normalize(scalar.getValue(), Normalizer.Form.NFC).strip();
        if (value.isEmpty()) {
            findings.add(Place.of(node, where), "must not be empty");
        } else if (value.length() > longest) {
            findings.add(
                    Place.of(node, where),
                    "is %d characters long, at most %d are allowed".formatted(value.length(), longest));
        } else if (value.codePoints().anyMatch(Character::isISOControl)) {
            findings.add(Place.of(node, where), "must not hold control characters or line breaks");
        } else if (value.indexOf('<') >= 0 || value.indexOf('>') >= 0) {
            findings.add(Place.of(node, where), "must not hold markup (< or >)");
        }
        return value;
    }

    /** A short name: lower-case letters, digits and single hyphens. */
    Optional<String> identifier(String field) {
        return take(field).map(node -> identifier(node, path(field)));
    }

    String requiredIdentifier(String field) {
        return identifier(field).orElseGet(() -> missing(field, ""));
    }

    private String identifier(Node node, String where) {
        String value = text(node, where, LONGEST_IDENTIFIER);
        if (!value.isEmpty() && !IDENTIFIER.matcher(value).matches()) {
            findings.add(Place.of(node, where), "must be lower-case letters, digits and hyphens");
        }
        return value;
    }

    /** Text that has to look a certain way. */
    Optional<String> matching(String field, Pattern pattern, String hint) {
        return take(field).map(node -> matching(node, path(field), pattern, hint));
    }

    String requiredMatching(String field, Pattern pattern, String hint) {
        return matching(field, pattern, hint).orElseGet(() -> missing(field, ""));
    }

    private String matching(Node node, String where, Pattern pattern, String hint) {
        String value = text(node, where, LONGEST_IDENTIFIER);
        if (!value.isEmpty() && !pattern.matcher(value).matches()) {
            findings.add(Place.of(node, where), "must be " + hint);
        }
        return value;
    }

    Optional<Integer> integer(String field, int least, int most) {
        return take(field).map(node -> integer(node, path(field), least, most));
    }

    int requiredInteger(String field, int least, int most) {
        return integer(field, least, most).orElseGet(() -> missing(field, least));
    }

    private int integer(Node node, String where, int least, int most) {
        try {
            int value = Integer.parseInt(text(node, where, LONGEST_IDENTIFIER));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // the same message as for a number out of range
        }
        findings.add(Place.of(node, where), "must be a whole number from %d to %d".formatted(least, most));
        return least;
    }

    double requiredDecimal(String field) {
        Optional<Node> node = take(field);
        if (node.isEmpty()) {
            return missing(field, 0.0);
        }
        String value = text(node.get(), path(field), LONGEST_IDENTIFIER);
        if (!value.matches("-?\\d{1,3}(\\.\\d{1,15})?")) {
            findings.add(Place.of(node.get(), path(field)), "must be a decimal number such as 43.263");
            return 0;
        }
        return Double.parseDouble(value);
    }

    boolean flag(String field) {
        return take(field)
                .map(node -> {
                    String value = text(node, path(field), LONGEST_IDENTIFIER);
                    if (!value.equals("true") && !value.equals("false")) {
                        findings.add(Place.of(node, path(field)), "must be true or false");
                    }
                    return value.equals("true");
                })
                .orElse(false);
    }

    Optional<LocalDate> date(String field) {
        return take(field).map(node -> {
            try {
                return LocalDate.parse(text(node, path(field), LONGEST_IDENTIFIER));
            } catch (DateTimeParseException e) {
                findings.add(Place.of(node, path(field)), "must be a date such as 2016-11-23");
                return LocalDate.EPOCH;
            }
        });
    }

    LocalDate requiredDate(String field) {
        return date(field).orElseGet(() -> missing(field, LocalDate.EPOCH));
    }

    /** One of the constants of an enum, written in lower case with hyphens. */
    <E extends Enum<E>> Optional<E> choice(String field, Class<E> type) {
        return take(field).map(node -> {
            String value = text(node, path(field), LONGEST_IDENTIFIER);
            for (E constant : type.getEnumConstants()) {
                if (written(constant).equals(value)) {
                    return constant;
                }
            }
            findings.add(
                    Place.of(node, path(field)),
                    "must be one of "
                            + Arrays.stream(type.getEnumConstants())
                                    .map(YamlEntry::written)
                                    .collect(Collectors.joining(", ")));
            return type.getEnumConstants()[0];
        });
    }

    <E extends Enum<E>> E requiredChoice(String field, Class<E> type) {
        return choice(field, type).orElseGet(() -> missing(field, type.getEnumConstants()[0]));
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A mapping in a field, as it stands in this one. */
    Optional<YamlEntry> entry(String field) {
        return take(field).flatMap(node -> of(node, path(field), findings));
    }

    Optional<YamlEntry> requiredEntry(String field) {
        if (!has(field)) {
            missing(field, "");
        }
        return entry(field);
    }

    /** The mappings of a list, each read by the function; a field that is not given is an empty list. */
    List<YamlEntry> entries(String field) {
        return items(field, (node, where) -> of(node, where, findings)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The items of a list, each read by the function from its node and path. */
    <T> List<T> items(String field, BiFunction<Node, String, T> read) {
        Optional<Node> node = take(field);
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof SequenceNode sequence)) {
            findings.add(Place.of(node.get(), path(field)), "must be a list");
            return List.of();
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < sequence.getValue().size(); i++) {
            items.add(read.apply(sequence.getValue().get(i), path(field) + "[" + i + "]"));
        }
        return items;
    }

    /** Notes every field that nobody has asked for. */
    void end() {
        fields.keySet().forEach(field -> findings.add(keyPlaces.get(field), "is not a known field here"));
    }
}
