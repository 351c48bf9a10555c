package eu.urbact.infocus.chassis.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a table can be downloaded as. */
public enum TableFormat {

    /** RFC 4180 in UTF-8, with a byte order mark: without it spreadsheet programs read letters of another time. */
    CSV(TableFormat.CSV_TYPE + ";charset=UTF-8"),

    /** A workbook with one sheet. */
    XLSX(TableFormat.XLSX_TYPE);

    /** The media type of {@link #CSV} without its character set, for descriptions. */
    public static final String CSV_TYPE = "text/csv";

    /** The media type of {@link #XLSX}. */
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** What {@link #parse} knows, as a pattern for a parameter. */
    public static final String NAMES = "csv|xlsx";

    /** What is said of another name. */
    public static final String NO_SUCH = "must be csv or xlsx";

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

    private final String mediaType;

    TableFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The format that somebody asks for as {@code csv} or {@code xlsx}, if it is one. */
    public static Optional<TableFormat> parse(String name) {
        for (TableFormat format : values()) {
            if (format.extension().equals(name)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    public String mediaType() {
        return mediaType;
    }

    /** The ending of a file's name, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The value of the header {@code Content-Disposition} that makes a browser save the table.
     *
     * @param name the file's name without its ending, in small letters, digits and hyphens, so that no system has to bend it
     */
    public String contentDisposition(String name) {
        if (!FILE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name for a file: small letters, digits and hyphens only");
        }
        return "attachment; filename=\"" + name + "." + extension() + "\"";
    }

    /**
     * Begins a table with its header row.
     *
     * @param out where it goes, CSV piece by piece, a workbook when the table is closed; it is flushed but not closed
     * @param sheet name of the sheet, where there is one
     * @param columns the columns' keys in snake_case, each once: others build on them, so they stay
     */
    public TableWriter open(OutputStream out, String sheet, List<String> columns) throws IOException {
        if (columns.isEmpty()
                || new HashSet<>(columns).size() != columns.size()
                || !columns.stream().allMatch(key -> KEY.matcher(key).matches())) {
            throw new IllegalArgumentException("the keys of columns are in snake_case, each once");
        }
        return this == CSV ? new CsvTable(out, columns) : new XlsxTable(out, sheet, columns);
    }
}
