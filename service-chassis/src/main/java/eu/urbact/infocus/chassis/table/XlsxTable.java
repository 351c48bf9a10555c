package eu.urbact.infocus.chassis.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook with one sheet. Texts are text cells within their row: a list of all texts would have to be kept to the end. */
final class XlsxTable implements TableWriter {

    /** Rows that are kept before they go out. */
    private static final int KEPT = 100;

    private static final String APPLICATION = "InFocus";
    private static final String VERSION = "1.0";
    private static final double WIDTH = 22;

    /** In a workbook this writes a character by its number, so it must itself be written so. */
    private static final Pattern NUMBERED_CHARACTER = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final int columns;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int next;

    XlsxTable(OutputStream out, String name, List<String> keys) throws IOException {
        this.columns = keys.size();
        this.workbook = new Workbook(out, APPLICATION, VERSION);
        this.sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int column = 0; column < columns; column++) {
            sheet.width(column, WIDTH);
        }
        row(keys);
    }

    @Override
    public void row(List<?> cells) throws IOException {
        if (cells.size() != columns) {
            throw new IllegalArgumentException("a row has a cell for each column");
        }
        for (int column = 0; column < columns; column++) {
            Object cell = cells.get(column);
            if (cell instanceof Number number) {
                sheet.value(next, column, number);
            } else if (cell instanceof Boolean truth) {
                sheet.value(next, column, truth);
            } else if (cell != null) {
                sheet.inlineString(next, column, text(cell.toString()));
            }
        }
        next++;
        if (next % KEPT == 0) {
            sheet.flush();
        }
    }

    private static String text(String text) {
        String numbered = NUMBERED_CHARACTER.matcher(Cells.plain(text)).replaceAll("_x005F_");
        return numbered.length() <= Cells.LONGEST ? numbered : numbered.substring(0, Cells.LONGEST - 1) + "…";
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
