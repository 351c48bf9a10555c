package eu.urbact.infocus.portal.profiles;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.ws.rs.core.MultivaluedMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import eu.urbact.infocus.portal.profiles.EntryField.Kind;
import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.Coding;
import eu.urbact.infocus.portal.shell.services.Problem;

import static eu.urbact.infocus.portal.shell.Sent.text;

/**
 * One page of the editor as it was filled in, letter by letter, so that it can be shown again.
 *
 * @param section which page
 * @param version version of the profile that the editor had in front of them
 * @param values what was typed, by the path of its field
 * @param rows codes that were picked; empty rows at the end are for more
 * @param objectives numbers of the ticked objectives
 */
public record ProfileForm(
        ProfileSection section, String version, Map<String, String> values, List<Row> rows, List<String> objectives) {

    private static final int BLANK_ROWS = 3;
    private static final int MOST_ROWS = 40;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern ROW = Pattern.compile("[a-z]+-(\\d{1,2})-code");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /**
     * A picked code.
     *
     * @param at beginning of the names of its fields, with its number
     * @param url where it can be read, or empty when the cluster itself says so
     * @param readOn when it was read there
     */
    public record Row(String at, String code, String level, String url, String readOn) {

        boolean isBlank() {
            return code.isBlank() && url.isBlank() && readOn.isBlank();
        }

        /** Name and id of one of its fields. */
        public String name(String field) {
            return at + field;
        }

        /** Whether this level is chosen. */
        public boolean isOfLevel(int number) {
            return level.equals(Integer.toString(number));
        }

        Row numbered(String facet, int number) {
            return new Row(facet + "-" + number + "-", code, level, url, readOn);
        }

        /** Whether a source is named. */
        public boolean isSourced() {
            return !url.isBlank() || !readOn.isBlank();
        }
    }

    /** The page as the profile is. */
    static ProfileForm of(ProfileSection section, long version, JsonNode content) {
        Map<String, String> values = new LinkedHashMap<>();
        section.fields()
                .forEach(field -> values.put(
                        field.path(), typed(content.at("/" + field.path().replace('.', '/')))));
        List<Row> rows = new ArrayList<>();
        if (section.facet() != null) {
            content.path(section.facet())
                    .forEach(statement -> rows.add(new Row(
                            "",
                            statement.path("code").asText(),
                            statement.path("level").asText(),
                            typed(statement.path("source").path("url")),
                            typed(statement.path("source").path("readOn")))));
        }
        List<String> objectives = new ArrayList<>();
        content.path("objectives")
                .forEach(statement -> objectives.add(statement.path("code").asText()));
        return new ProfileForm(section, Long.toString(version), values, withBlanks(section, rows), objectives);
    }

    /** The page as it was sent. Rows without a code are left out, and new blank ones are put behind the others. */
    static ProfileForm of(ProfileSection section, MultivaluedMap<String, String> sent) {
        Map<String, String> values = new LinkedHashMap<>();
        section.fields()
                .forEach(field -> values.put(
                        field.path(),
                        field.kind() == Kind.LINES
                                // what was ticked and what was typed beside it
                                ? String.join("\n", sent.getOrDefault(field.id(), List.of()))
                                : text(sent, field.id())));
        List<Row> rows = new ArrayList<>();
        if (section.facet() != null) {
            sent.keySet().stream()
                    .map(ROW::matcher)
                    .filter(Matcher::matches)
                    .map(match -> Integer.valueOf(match.group(1)))
                    .filter(number -> number < MOST_ROWS)
                    .sorted()
                    .map(number -> row(sent, section.facet() + "-" + number + "-"))
                    .filter(row -> !row.isBlank())
                    .forEach(rows::add);
        }
        return new ProfileForm(
                section,
                text(sent, "version"),
                values,
                withBlanks(section, rows),
                sent.getOrDefault("objectives", List.of()));
    }

    private static Row row(MultivaluedMap<String, String> sent, String at) {
        String level = text(sent, at + "level");
        return new Row(
                at,
                text(sent, at + "code"),
                level.isEmpty() ? "1" : level,
                text(sent, at + "source-url"),
                text(sent, at + "source-readOn"));
    }

    private static List<Row> withBlanks(ProfileSection section, List<Row> rows) {
        List<Row> all = new ArrayList<>();
        if (section.facet() != null) {
            rows.forEach(row -> all.add(row.numbered(section.facet(), all.size())));
            for (int i = 0; i < BLANK_ROWS && all.size() < MOST_ROWS; i++) {
                all.add(new Row("", "", "1", "", "").numbered(section.facet(), all.size()));
            }
        }
        return List.copyOf(all);
    }

    /** What was typed into a field. */
    public String entered(EntryField field) {
        return values.getOrDefault(field.path(), "");
    }

    /** Whether a term is among the lines of a field, however it is written. */
    public boolean has(EntryField field, Coding.Term term) {
        return lines(field).anyMatch(line -> means(line, term));
    }

    /** The lines of a field that are none of these terms. */
    public String others(EntryField field, List<Coding.Term> terms) {
        return lines(field)
                .filter(line -> terms.stream().noneMatch(term -> means(line, term)))
                .collect(Collectors.joining("\n"));
    }

    /** The directory takes a term's id as well as its label. */
    private static boolean means(String line, Coding.Term term) {
        return line.equalsIgnoreCase(term.label()) || line.equalsIgnoreCase(term.id());
    }

    private Stream<String> lines(EntryField field) {
        return entered(field).lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    /** Whether an objective is ticked. */
    public boolean isTicked(int objective) {
        return objectives.contains(Integer.toString(objective));
    }

    /** The same form on another version of the profile. */
    ProfileForm on(long newVersion) {
        return new ProfileForm(section, Long.toString(newVersion), values, rows, objectives);
    }

    /** What cannot be sent: numbers and days that are none. */
    FormErrors check() {
        List<FormErrors.Entry> errors = new ArrayList<>();
        section.fields().stream()
                .filter(field -> field.kind() == Kind.NUMBER)
                .filter(field -> !entered(field).isBlank()
                        && !NUMBER.matcher(entered(field).strip()).matches())
                .forEach(field ->
                        errors.add(new FormErrors.Entry(field.id(), field.label() + ": enter a whole number")));
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.code().isBlank() && !row.isBlank()) {
                errors.add(new FormErrors.Entry(
                        row.name("code"), "Entry " + (i + 1) + ": choose what the source is about"));
            }
            if (!NUMBER.matcher(row.level()).matches()) {
                errors.add(new FormErrors.Entry(row.name("level"), "Entry " + (i + 1) + ": choose 1, 2 or 3"));
            }
            if (!row.readOn().isBlank() && !isDay(row.readOn())) {
                errors.add(new FormErrors.Entry(
                        row.name("source-readOn"), "Entry " + (i + 1) + ": enter the day as year-month-day"));
            }
        }
        return new FormErrors(errors);
    }

    /** Puts what was entered into the profile's content; only after {@link #check()}. */
    ObjectNode into(ObjectNode content) {
        for (EntryField field : section.fields()) {
            String[] steps = field.path().split("\\.");
            ObjectNode parent = content;
            for (int i = 0; i + 1 < steps.length; i++) {
                parent = parent.path(steps[i]) instanceof ObjectNode inner ? inner : parent.putObject(steps[i]);
            }
            parent.set(steps[steps.length - 1], value(field));
        }
        if (section.facet() != null) {
            content.set(section.facet(), statements());
        }
        if (section == ProfileSection.MARKETS) {
            ArrayNode ticked = JSON.arrayNode();
            objectives.forEach(number -> ticked.add(kept(content.path("objectives"), number)));
            content.set("objectives", ticked);
        }
        return content;
    }

    private JsonNode value(EntryField field) {
        String typed = entered(field).strip();
        return switch (field.kind()) {
            case NUMBER -> typed.isEmpty() ? JSON.nullNode() : JSON.numberNode(Integer.parseInt(typed));
            case TRUTH -> typed.isEmpty() ? JSON.nullNode() : JSON.booleanNode(typed.equals("yes"));
            case LINES -> {
                ArrayNode lines = JSON.arrayNode();
                lines(field).distinct().forEach(lines::add);
                yield lines;
            }
            case SCALE, KIND, PRECISION -> typed.isEmpty() ? JSON.nullNode() : JSON.textNode(typed);
            case LINE, TEXT -> JSON.textNode(typed);
        };
    }

    private ArrayNode statements() {
        ArrayNode statements = JSON.arrayNode();
        rows.stream().filter(row -> !row.isBlank()).forEach(row -> {
            ObjectNode statement = statements.addObject();
            statement.put("code", row.code().strip());
            statement.put("level", section.isLevelled() ? Integer.parseInt(row.level()) : 1);
            if (row.isSourced()) {
                ObjectNode source = statement.putObject("source");
                source.put("url", row.url().strip());
                source.put(
                        "readOn", row.readOn().isBlank() ? null : row.readOn().strip());
            }
        });
        return statements;
    }

    /** An objective that was there stays with its source. */
    private static JsonNode kept(JsonNode before, String number) {
        for (JsonNode statement : before) {
            if (statement.path("code").asText().equals(number)) {
                return statement;
            }
        }
        return JSON.objectNode().put("code", number).put("level", 1);
    }

    /** The service's refusal in the words of this page. */
    FormErrors explain(Problem problem) {
        List<FormErrors.Entry> entries = problem.errors().stream()
                .map(error -> {
                    String message = ProfileSection.labelOf(error.field()) + ": " + error.message();
                    boolean here = ProfileSection.ofField(error.field()) == section;
                    return new FormErrors.Entry(here ? idOf(error.field()) : "", message);
                })
                .distinct()
                .toList();
        return entries.isEmpty()
                ? FormErrors.general(problem.sentence().isBlank() ? "It was refused." : problem.sentence())
                : new FormErrors(entries);
    }

    /** Id of the field on the page; one of several values that stand in one field has the id of that field. */
    private String idOf(String path) {
        String id = EntryField.idOf(path);
        return section.fields().stream()
                .map(EntryField::id)
                .filter(field -> id.startsWith(field + "-"))
                .findFirst()
                .orElse(id);
    }

    @Override
    public String toString() {
        // never what was typed: it may be about a person
        return "ProfileForm[" + section + "]";
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text.strip()).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String typed(JsonNode value) {
        if (value.isArray()) {
            List<String> lines = new ArrayList<>();
            value.forEach(line -> lines.add(line.asText()));
            return String.join("\n", lines);
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "yes" : "no";
        }
        return value.isNull() || value.isMissingNode() ? "" : value.asText();
    }
}
