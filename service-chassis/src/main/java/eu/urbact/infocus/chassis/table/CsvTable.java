package eu.urbact.infocus.chassis.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/** CSV as in RFC 4180. All texts are quoted, so that whoever splits the lines by another rule finds where they begin. */
final class CsvTable implements TableWriter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.NON_NUMERIC).get();

    private final int columns;
    private final Writer writer;
    private final CSVPrinter printer;

    CsvTable(OutputStream out, List<String> keys) throws IOException {
        this.columns = keys.size();
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.printer = new CSVPrinter(writer, FORMAT);
        writer.write(BYTE_ORDER_MARK);
        // the keys are ours and plain: unquoted, as they are read most easily
        writer.write(String.join(",", keys));
        printer.println();
    }

    @Override
    public void row(List<?> cells) throws IOException {
        if (cells.size() != columns) {
            throw new IllegalArgumentException("a row has a cell for each column");
        }
        List<Object> record = new ArrayList<>(columns);
        for (Object cell : cells) {
            record.add(
                    cell == null || cell instanceof Number || cell instanceof Boolean
                            ? cell
                            : Cells.plainEverywhere(cell.toString()));
        }
        printer.printRecord(record);
    }

    @Override
    public void close() throws IOException {
        printer.flush();
    }
}
