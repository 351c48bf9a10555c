package eu.urbact.infocus.directory.profile;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.table.CsvFile;
import eu.urbact.infocus.chassis.validation.LineEnds;
import eu.urbact.infocus.chassis.validation.TextLength;
import eu.urbact.infocus.chassis.validation.WebAddress;
import eu.urbact.infocus.directory.cluster.ClusterDetails;
import eu.urbact.infocus.directory.cluster.ClusterDetails.Members;
import eu.urbact.infocus.directory.cluster.EccpFields;
import eu.urbact.infocus.directory.profile.EccpHeadings.Heading;
import eu.urbact.infocus.directory.reference.Taxonomy;
import eu.urbact.infocus.directory.reference.TermEntry;
import eu.urbact.infocus.directory.reference.Vocabulary;

/**
 * A profile as a table of one row in the fields of the European Cluster Collaboration Platform, so that a city writes it once and
 * pastes it here and there. Several values of one cell are separated by semicolons. The contact person is not in it. What another
 * platform writes in its own way is read as it is meant where there is one meaning only, and the sender is told.
 */
public final class EccpFile {

    /** Most characters of a file. */
    static final int LONGEST = 100_000;

    /** Most characters of a heading that a message quotes. */
    private static final int LONGEST_QUOTE = 40;

    /** The columns, in the order of the platform's form. */
    private static final List<String> COLUMNS = EccpFields.columnsAnd(List.of("contact_role"));

    /** Which field of the profile a column is about. */
    private static final Map<String, String> FIELDS = fields();

    private static final Set<String> YES = Set.of("yes", "true", "1");
    private static final Set<String> NO = Set.of("no", "false", "0");

    /** In which spreadsheet programs say what stands between cells; the headings show it, too. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\\A\"?(?i:sep)=.\"?[,;\\t]*(?=\\R|\\z)");

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");

    /** Digits in groups of three, as they are written in one country or another. */
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[\\h.,'’]\\d{3})+");

    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String MONTH = "(?:0?[1-9]|1[0-2])";
    private static final String BETWEEN = "\\h?[-./]\\h?";

    /** 14/05/2007, 5/14/2007 or 05/2007: the year is the same. */
    private static final Pattern YEAR_LAST = Pattern.compile(
            "(?:" + DAY + BETWEEN + MONTH + "|" + MONTH + BETWEEN + DAY + "|" + MONTH + ")" + BETWEEN + "(\\d{4})");

    /** 2007-05-14 or 2007-05, perhaps with a time, as spreadsheet programs write it. */
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(\\d{4})" + BETWEEN + MONTH + "(?:" + BETWEEN + DAY + "(?:[T\\h]\\d{1,2}:\\d{2}[:.\\d]*Z?)?)?");

    /** An address as people write it who leave away how it begins. */
    private static final Pattern BARE_ADDRESS =
            Pattern.compile("(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+\\p{L}{2,}(?:[/?#]\\S*)?");

    private final Map<String, String> cells;
    private final Taxonomy taxonomy;
    private final List<FieldError> errors = new ArrayList<>();
    private final List<FieldError> notes = new ArrayList<>();

    private EccpFile(Map<String, String> cells, List<FieldError> leftOut, Taxonomy taxonomy) {
        this.cells = cells;
        this.taxonomy = taxonomy;
        notes.addAll(leftOut);
    }

    /**
     * What came of reading a file.
     *
     * @param content the profile with what the file says; null when the file is faulty
     * @param errors what is wrong, column by column
     * @param notes what is taken in another way than it was written, column by column
     */
    record Read(ProfileContent content, List<FieldError> errors, List<FieldError> notes) {}

    /** The columns' keys. */
    public static List<String> columns() {
        return COLUMNS;
    }

    /** The cells of the row, in the order of the columns. */
    public static List<Object> row(ProfileContent content) {
        ClusterDetails details = content.details();
        List<Object> cells = new ArrayList<>(EccpFields.cells(
                content.name(),
                content.summary(),
                details,
                details.members().total(),
                details.sectoralIndustries(),
                details.technologyFields()));
        cells.add(details.contactRole());
        return cells;
    }

    /**
     * Reads a file as it came. What is not written as it says is refused: a letter that was lost would be lost for good.
     *
     * @param file one row of headings and one of values
     * @param charset what the sender says it is written in; UTF-8 when nothing is said
     * @param clusterId id of the cluster
     * @param base the profile so far
     * @param taxonomy the known terms
     */
    static Read read(byte[] file, Optional<String> charset, String clusterId, ProfileContent base, Taxonomy taxonomy) {
        try {
            return read(
                    Charset.forName(charset.orElse("UTF-8"))
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(file))
                            .toString(),
                    clusterId,
                    base,
                    taxonomy);
        } catch (CharacterCodingException e) {
            return unreadable(
                    charset.isEmpty() ? "is not in UTF-8" : "is not in the character set that the media type names");
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return unreadable("is in a character set that is not known");
        }
    }

    private static Read unreadable(String message) {
        return new Read(null, List.of(new FieldError("file", message)), List.of());
    }

    /**
     * Reads a file with commas, semicolons or tabs between its cells, as spreadsheet programs write and copy them.
     *
     * @param file one row of headings and one of values; columns that are not there stay as they are
     * @param clusterId id of the cluster; a row that bears another one is another cluster's
     * @param base the profile so far
     * @param taxonomy the known terms
     */
    static Read read(String file, String clusterId, ProfileContent base, Taxonomy taxonomy) {
        List<FieldError> errors = new ArrayList<>();
        List<FieldError> leftOut = new ArrayList<>();
        Map<String, String> cells = cells(file == null ? "" : file, clusterId, errors, leftOut);
        if (!errors.isEmpty()) {
            return new Read(null, errors, List.of());
        }
        EccpFile read = new EccpFile(cells, leftOut, taxonomy);
        ProfileContent content = read.over(base);
        return new Read(read.errors.isEmpty() ? content : null, read.errors, read.notes);
    }

    /** The same messages, at the columns instead of the fields. */
    static List<FieldError> inColumns(List<FieldError> errors) {
        Map<String, String> columns = new LinkedHashMap<>();
        FIELDS.forEach((column, field) -> columns.put(field, column));
        return errors.stream()
                .map(error -> new FieldError(columns.getOrDefault(error.field(), error.field()), error.message()))
                .toList();
    }

    private static Map<String, String> cells(
            String file, String clusterId, List<FieldError> errors, List<FieldError> leftOut) {
        if (file.length() > LONGEST) {
            errors.add(new FieldError("file", "must have at most " + LONGEST + " characters"));
            return Map.of();
        }
        // the line break stays, so that lines are counted as an editor counts them
        String plain = SEPARATOR_LINE
                .matcher(file.startsWith("\uFEFF") ? file.substring(1) : file)
                .replaceFirst("");
        List<CSVRecord> records = records(plain, errors);
        if (!errors.isEmpty()) {
            return Map.of();
        }
        if (records.size() != 2) {
            errors.add(new FieldError(
                    "file",
                    records.isEmpty()
                            ? "is empty"
                            : records.size() == 1
                                    ? "has headings and no values, or values and no headings"
                                    : "line " + lineOf(plain, records.get(2)) + ": one profile at a time"));
            return Map.of();
        }
        CSVRecord headings = records.get(0);
        CSVRecord values = records.get(1);
        int columns = filled(headings, 0);
        // a spreadsheet program writes as many cells in every row as it has in any
        if (columns > values.size() || filled(values, columns) > headings.size()) {
            errors.add(new FieldError(
                    "file",
                    "line " + lineOf(plain, values) + " has " + filled(values, columns) + " cells, but there are "
                            + columns + " headings"));
            return Map.of();
        }
        Map<String, String> cells = new LinkedHashMap<>();
        Set<Heading> seen = new HashSet<>();
        for (int i = 0; i < Math.max(columns, filled(values, columns)); i++) {
            if (headings.get(i).isBlank() && values.get(i).isBlank()) {
                continue;
            }
            String value = plain(values.get(i));
            String column = key(headings.get(i));
            if (EccpFields.DIRECTORY_COLUMNS.contains(column)) {
                // what the directory itself adds in open data: a row of it can be pasted as a whole, but not another
                // cluster's
                if (column.equals("id") && !value.isEmpty() && !value.equals(clusterId)) {
                    errors.add(new FieldError(
                            column,
                            "is the id of another cluster, \"" + shown(value) + "\"; this one is \"" + clusterId
                                    + "\""));
                }
                continue;
            }
            Optional<Heading> heading = EccpHeadings.of(headings.get(i));
            if (heading.isEmpty()) {
                errors.add(new FieldError("file", unknown(i + 1, headings.get(i))));
            } else if (!heading.get().isKept()) {
                if (!value.isEmpty()) {
                    leftOut.add(new FieldError(heading.get().label(), "was left out: there is no such column here"));
                }
            } else if (seen.add(heading.get())) {
                cells.merge(heading.get().column(), value, EccpFile::together);
            } else {
                errors.add(new FieldError(heading.get().column(), "is there twice"));
            }
        }
        return cells;
    }

    /** A typing error must not lose a column, so a heading that nobody knows is refused, with the one that may be meant. */
    private static String unknown(int number, String heading) {
        return "column " + number + " has a heading that is not known: \"" + shown(heading) + "\""
                + EccpHeadings.like(heading)
                        .map(known -> "; the nearest that is known is \"" + known + "\"")
                        .orElse("");
    }

    /** Two columns of the platform that are one here. */
    private static String together(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + ";" + second;
    }

    private static List<CSVRecord> records(String file, List<FieldError> errors) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(file))
                .setIgnoreEmptyLines(true)
                .get();
        List<CSVRecord> records = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(file), format)) {
            CSVRecord empty = null;
            for (CSVRecord record : parser) {
                if (filled(record, 0) > 0) {
                    records.add(record);
                } else if (records.size() == 1 && empty == null) {
                    empty = record;
                }
                if (records.size() > 2) {
                    break;
                }
            }
            if (records.size() == 1 && empty != null) {
                // nothing but separators below the headings: every field is to be emptied
                records.add(empty);
            }
        } catch (IOException | UncheckedIOException e) {
            errors.add(new FieldError(
                    "file",
                    "after line " + (records.isEmpty() ? 1 : lineOf(file, records.get(records.size() - 1)))
                            + ": quotes are not closed, or something stands behind them"));
        }
        return records;
    }

    /** The cells of a row without empty ones at its end, but no fewer than these. */
    private static int filled(CSVRecord record, int least) {
        int cells = record.size();
        while (cells > least && record.get(cells - 1).isBlank()) {
            cells--;
        }
        return cells;
    }

    /** The line on which a record begins: one with line breaks in its cells has several, and between records there may be empty ones. */
    private static long lineOf(String file, CSVRecord record) {
        int begin = (int) record.getCharacterPosition();
        while (begin < file.length() && (file.charAt(begin) == '\r' || file.charAt(begin) == '\n')) {
            begin++;
        }
        return LINE_BREAK.splitAsStream(file.substring(0, begin) + "x").count();
    }

    /** What stands between the headings most often. */
    private static char delimiter(String file) {
        String headings =
                file.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (headings.chars().filter(c -> c == candidate).count()
                    > headings.chars().filter(c -> c == ',').count()) {
                best = candidate;
            }
        }
        return best;
    }

    /** A heading as a message quotes it. */
    private static String shown(String heading) {
        String plain = heading.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
        return plain.codePointCount(0, plain.length()) <= LONGEST_QUOTE
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }

    private static String key(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
    }

    /**
     * Without the apostrophes that keep a spreadsheet program from taking a text for a formula, and with the line breaks as all texts are
     * kept: a browser sends others.
     */
    private static String plain(String cell) {
        return LineEnds.plain(CsvFile.original(cell)).strip();
    }

    private ProfileContent over(ProfileContent base) {
        ClusterDetails old = base.details();
        Members members = old.members();
        return base.with(
                text("cluster_name", base.name()),
                summary(base.summary()),
                new ClusterDetails(
                        year(old.founded()),
                        text("legal_form", old.legalForm()),
                        address(old.website()),
                        number("staff_in_management_team", old.staff()),
                        text("cluster_excellence_label", old.excellenceLabel()),
                        text("other_label", old.otherLabel()),
                        list("networks", old.networks()),
                        languages(old.languages()),
                        list("sectoral_industries", old.sectoralIndustries()),
                        list("technology_fields", old.technologyFields()),
                        terms("s3_eu_priority_areas", Vocabulary.S3_PRIORITY_AREA, old.s3Areas()),
                        terms("emerging_industries", Vocabulary.EMERGING_INDUSTRY, old.emergingIndustries()),
                        new Members(
                                number("members_total", members.total()),
                                number("members_smes", members.smes()),
                                number("members_start_ups", members.startUps()),
                                number("members_large_companies", members.largeCompanies()),
                                number("members_research_organisations", members.researchOrganisations()),
                                number("members_other", members.others())),
                        text("scale_up_facilities", old.scaleUpFacilities()),
                        text("major_players", old.majorPlayers()),
                        text("strategy", old.strategy()),
                        truth("formal_strategy", old.formalStrategy()),
                        truth("internationalisation_strategy", old.internationalStrategy()),
                        list("support_services", old.services()),
                        countries(old.targetCountries()),
                        text("contact_role", old.contactRole())));
    }

    private String text(String column, String old) {
        return cells.getOrDefault(column, old);
    }

    private List<String> list(String column, List<String> old) {
        String cell = cells.get(column);
        return cell == null ? old : Arrays.asList(cell.split("[;\\r\\n]+"));
    }

    /** The platform has room for a long description; what is too long here is said with by how much. */
    private String summary(String old) {
        String summary = text("description", old);
        int length = TextLength.of(summary);
        if (length > ProfileRules.LONGEST_SUMMARY) {
            errors.add(
                    new FieldError(
                            "description",
                            "must have at most " + ProfileRules.LONGEST_SUMMARY + " characters and has " + length
                                    + ": say in one or two sentences what the cluster is, and put what is more under strategy"));
        }
        return summary;
    }

    private String address(String old) {
        String cell = cells.get("website");
        // the pattern needs more of the stack the longer an address is
        if (cell == null || cell.length() > WebAddress.LONGEST) {
            return text("website", old);
        }
        String whole = BARE_ADDRESS.matcher(cell).matches() ? "https://" + cell : cell;
        String address = WebAddress.of(whole).orElse(whole);
        return address.equals(cell) ? cell : taken("website", address);
    }

    /** No language has a comma in its name. */
    private List<String> languages(List<String> old) {
        if (!cells.containsKey("languages")) {
            return old;
        }
        List<String> values = list("languages", old);
        List<String> each = values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        List<String> once = once(each, value -> LanguageNames.code(value).orElse(value));
        if (!once.equals(distinct(values))) {
            taken("languages", String.join("; ", once));
        }
        return once;
    }

    /** By their labels or ids, in any letters. What is not in the list stays as it is written. */
    private List<String> terms(String column, Vocabulary vocabulary, List<String> old) {
        if (!cells.containsKey(column)) {
            return old;
        }
        List<String> values = distinct(list(column, old));
        if (values.equals(old)) {
            // what was downloaded comes back as it was
            return old;
        }
        List<String> terms = once(
                values.stream()
                        .map(value -> taxonomy.term(vocabulary, value)
                                .map(TermEntry::label)
                                .orElse(value))
                        .toList(),
                value -> value.toLowerCase(Locale.ROOT));
        if (!terms.equals(values)) {
            taken(column, String.join("; ", terms));
        }
        return terms;
    }

    /** The first of those that mean the same. */
    private static List<String> once(List<String> values, UnaryOperator<String> meaning) {
        Set<String> seen = new HashSet<>();
        return values.stream().filter(value -> seen.add(meaning.apply(value))).toList();
    }

    private static List<String> distinct(List<String> values) {
        return filled(values).stream().distinct().toList();
    }

    /** By their codes or by their names, which may have a comma in them. */
    private List<String> countries(List<String> old) {
        if (!cells.containsKey("target_countries")) {
            return old;
        }
        List<String> values = list("target_countries", old);
        List<String> codes = filled(values).stream()
                .flatMap(value -> CountryNames.code(value).isPresent()
                        ? Stream.of(value)
                        : Arrays.stream(value.split(",")).map(String::strip).filter(part -> !part.isEmpty()))
                .map(value -> CountryNames.code(value).orElse(value))
                .distinct()
                .toList();
        if (!codes.equals(filled(values))) {
            taken("target_countries", String.join("; ", codes));
        }
        return codes;
    }

    private static List<String> filled(List<String> values) {
        return values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Notes that a cell is taken in another way than it was written. */
    private String taken(String column, String as) {
        notes.add(new FieldError(column, "was taken as " + as));
        return as;
    }

    /** A day or month is taken for its year. */
    private Integer year(Integer old) {
        String cell = cells.getOrDefault("date_established", "");
        return Stream.of(YEAR_LAST, YEAR_FIRST)
                .map(pattern -> pattern.matcher(cell))
                .filter(Matcher::matches)
                .map(day -> Integer.valueOf(taken("date_established", day.group(1))))
                .findFirst()
                .orElseGet(() ->
                        number("date_established", old, "must be a year such as 2007, or a day such as 14/05/2007"));
    }

    private Integer number(String column, Integer old) {
        return number(column, old, "must be a whole number");
    }

    private Integer number(String column, Integer old, String message) {
        String cell = cells.get(column);
        if (cell == null) {
            return old;
        }
        if (cell.isEmpty()) {
            return null;
        }
        String digits = GROUPED.matcher(cell).matches() ? cell.replaceAll("\\D", "") : cell;
        if (!NUMBER.matcher(digits).matches()) {
            errors.add(new FieldError(column, message));
            return null;
        }
        return Integer.valueOf(digits.equals(cell) ? digits : taken(column, digits));
    }

    private Boolean truth(String column, Boolean old) {
        String cell = cells.get(column);
        if (cell == null) {
            return old;
        }
        String word = cell.toLowerCase(Locale.ROOT);
        if (!word.isEmpty() && !YES.contains(word) && !NO.contains(word)) {
            errors.add(new FieldError(column, "must be yes or no"));
        }
        return word.isEmpty() ? null : YES.contains(word);
    }

    private static Map<String, String> fields() {
        List<String> names = List.of(
                "name",
                "details.founded",
                "details.legalForm",
                "details.website",
                "details.staff",
                "details.excellenceLabel",
                "details.otherLabel",
                "details.networks",
                "details.languages",
                "details.sectoralIndustries",
                "details.technologyFields",
                "details.s3Areas",
                "details.emergingIndustries",
                "details.members.total",
                "details.members.smes",
                "details.members.startUps",
                "details.members.largeCompanies",
                "details.members.researchOrganisations",
                "details.members.others",
                "details.scaleUpFacilities",
                "details.majorPlayers",
                "summary",
                "details.strategy",
                "details.formalStrategy",
                "details.internationalStrategy",
                "details.services",
                "details.targetCountries",
                "details.contactRole");
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            fields.put(COLUMNS.get(i), names.get(i));
        }
        return fields;
    }
}
