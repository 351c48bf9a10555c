package eu.urbact.infocus.chassis.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import eu.urbact.infocus.chassis.validation.LineEnds;

/**
 * A CSV file that somebody brings in: RFC 4180 in UTF-8, with or without a byte order mark, cells between commas or, as spreadsheet
 * programs in most of Europe write them, semicolons. The first row names the columns. What {@link TableFormat#CSV} writes is read back as
 * it was: an apostrophe that was put before a formula is taken away again.
 */
public final class CsvFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What a look at the file gives. */
    public sealed interface Reading {}

    /** The file is a table. */
    public record Table(List<String> columns, List<Row> rows) implements Reading {}

    /**
     * The file is no table that can be read.
     *
     * @param line where, counted from 1; 0 when it is about the whole file
     * @param message how to mend it, without anything from the file
     */
    public record Unreadable(long line, String message) implements Reading {}

    /**
     * One row.
     *
     * @param line the line of the file on which it begins, counted from 1; a cell may hold line breaks
     * @param cells by column, without spaces around and with {@code \n} for every line break; empty ones are missing
     * @param complete whether it has as many cells as there are columns
     */
    public record Row(long line, Map<String, String> cells, boolean complete) {}

    private CsvFile() {}

    /**
     * Reads a file.
     *
     * @param mostRows how many rows it may have; blank lines do not count
     */
    public static Reading read(byte[] file, int mostRows) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return new Unreadable(0, "The file is not in UTF-8. Save it as CSV in UTF-8.");
        }
        return read(text, mostRows);
    }

    /**
     * What somebody has written, of a cell as {@link TableFormat#CSV} writes it: without the apostrophes before what a program would take
     * for a formula.
     */
    public static String original(String cell) {
        return Cells.original(cell);
    }

    /** The same for a text. */
    public static Reading read(String file, int mostRows) {
        String text = !file.isEmpty() && file.charAt(0) == BYTE_ORDER_MARK ? file.substring(1) : file;
        if (text.isBlank()) {
            return new Unreadable(0, "The file is empty.");
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            return new Unreadable(
                    1 + text.substring(0, nul).chars().filter(c -> c == '\n').count(),
                    "The file holds U+0000: it is no text file.");
        }
        long line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format(text))) {
            Iterator<CSVRecord> records = parser.iterator();
            List<String> columns = null;
            List<Row> rows = new ArrayList<>();
            while (records.hasNext()) {
                CSVRecord record = records.next();
                if (!isBlank(record)) {
                    if (columns == null) {
                        columns = record.stream()
                                .map(key -> key.strip().toLowerCase(Locale.ROOT))
                                .toList();
                        if (new HashSet<>(columns).size() < columns.size() || columns.contains("")) {
                            return new Unreadable(
                                    line, "The first row has to name every column, each by its own name.");
                        }
                    } else if (rows.size() == mostRows) {
                        return new Unreadable(line, "The file has more than " + mostRows + " rows. Split it.");
                    } else {
                        rows.add(row(line, columns, record));
                    }
                }
                line = parser.getCurrentLineNumber() + 1;
            }
            return columns == null ? new Unreadable(0, "The file is empty.") : new Table(columns, rows);
        } catch (IOException | UncheckedIOException e) {
            return new Unreadable(
                    line,
                    "The row that begins here is broken: a quotation mark is missing or stands in a wrong place.");
        }
    }

    /** Separated by what the first line has more of; no name of a column holds either. */
    private static CSVFormat format(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        boolean semicolons = first.chars().filter(c -> c == ';').count()
                > first.chars().filter(c -> c == ',').count();
        return CSVFormat.RFC4180.builder().setDelimiter(semicolons ? ';' : ',').get();
    }

    private static boolean isBlank(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }

    private static Row row(long line, List<String> columns, CSVRecord record) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), record.size()); i++) {
            String cell = LineEnds.plain(Cells.original(record.get(i))).strip();
            if (!cell.isEmpty()) {
                cells.put(columns.get(i), cell);
            }
        }
        boolean complete = record.size() == columns.size()
                || (record.size() > columns.size()
                        && Arrays.stream(record.values()).skip(columns.size()).allMatch(String::isBlank));
        return new Row(line, cells, complete);
    }
}
