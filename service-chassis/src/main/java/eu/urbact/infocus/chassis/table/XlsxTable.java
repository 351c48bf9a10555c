package eu.urbact.infocus.chassis.table;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook with one sheet. Texts are text cells within their row: a list of all texts would have to be kept to the end. The library
 * writes before the first row that there is one cell only, and readers that go row by row believe it; so the workbook is written into a
 * file first, which has no name and is gone with the process, and passed on with what it really holds.
 */
final class XlsxTable implements TableWriter {

    /** Rows that are kept before they go out. */
    private static final int KEPT = 100;

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    /** What the library says of every sheet, among the first few hundred bytes. */
    private static final String ONE_CELL = "<dimension ref=\"A1\"/>";

    private static final int HEAD = 4096;

    private static final String APPLICATION = "InFocus";
    private static final String VERSION = "1.0";
    private static final double WIDTH = 22;

    /** In a workbook this writes a character by its number, so it must itself be written so. */
    private static final Pattern NUMBERED_CHARACTER = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final OutputStream out;
    private final int columns;
    private final FileChannel file;
    private final OutputStream buffer;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int next;

    XlsxTable(OutputStream out, String name, List<String> keys) throws IOException {
        this.out = out;
        this.columns = keys.size();
        this.file = unnamedFile();
        this.buffer = new BufferedOutputStream(Channels.newOutputStream(file));
        this.workbook = new Workbook(buffer, APPLICATION, VERSION);
        // it is read again in a moment
        workbook.setCompressionLevel(Deflater.BEST_SPEED);
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
        try (file) {
            workbook.finish();
            buffer.flush();
            passOn();
        }
    }

    private static FileChannel unnamedFile() throws IOException {
        Path path = Files.createTempFile("table", ".xlsx");
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private void passOn() throws IOException {
        String allCells = "<dimension ref=\"" + sheet.range(0, 0, next - 1, columns - 1) + "\"/>";
        ZipOutputStream to = new ZipOutputStream(out);
        // the library's files can only be read from their end
        try (ZipFile written = ZipFile.builder().setSeekableByteChannel(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(written.getEntriesInPhysicalOrder())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream from = written.getInputStream(entry)) {
                    if (entry.getName().equals(SHEET)) {
                        // its bytes as letters of one byte each, which go back as they came
                        String head = new String(from.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
                        to.write(head.replace(ONE_CELL, allCells).getBytes(StandardCharsets.ISO_8859_1));
                    }
                    from.transferTo(to);
                }
                to.closeEntry();
            }
        }
        to.finish();
        to.flush();
    }
}
