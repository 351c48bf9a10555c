package eu.urbact.infocus.chassis.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads what a service lets people download, as a spreadsheet program would. */
public final class Spreadsheets {

    private Spreadsheets() {}

    /** All rows of a CSV file with a byte order mark, the header row first. */
    public static List<List<String>> csv(byte[] file) {
        if (file.length < 3 || file[0] != (byte) 0xEF || file[1] != (byte) 0xBB || file[2] != (byte) 0xBF) {
            throw new AssertionError("the file does not begin with a byte order mark");
        }
        try (CSVParser parser = CSVFormat.RFC4180.parse(
                new InputStreamReader(new ByteArrayInputStream(file, 3, file.length - 3), StandardCharsets.UTF_8))) {
            return parser.stream().map(CSVRecord::toList).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All rows of a workbook's only sheet; an empty cell is an empty text. */
    public static List<List<String>> xlsx(byte[] file) {
        List<List<String>> rows = new ArrayList<>();
        NodeList elements = sheet(file).getElementsByTagName("row");
        for (int row = 0; row < elements.getLength(); row++) {
            List<String> cells = new ArrayList<>();
            NodeList filled = ((Element) elements.item(row)).getElementsByTagName("c");
            for (int cell = 0; cell < filled.getLength(); cell++) {
                Element element = (Element) filled.item(cell);
                while (cells.size() < column(element.getAttribute("r"))) {
                    cells.add("");
                }
                cells.add(element.getTextContent());
            }
            rows.add(cells);
        }
        return rows;
    }

    /** The sheet as it stands in the workbook, found by the archive's directory as spreadsheet programs do. */
    public static Document sheet(byte[] file) {
        Path copy = null;
        try {
            copy = Files.createTempFile("spreadsheet", ".xlsx");
            Files.write(copy, file);
            try (ZipFile zip = new ZipFile(copy.toFile());
                    InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
                return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(sheet);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError("the workbook cannot be read", e);
        } finally {
            if (copy != null) {
                copy.toFile().delete();
            }
        }
    }

    /** The column's number, from 0, of a place such as AB12. */
    private static int column(String place) {
        return place.chars()
                        .filter(letter -> letter >= 'A')
                        .reduce(0, (number, letter) -> number * 26 + letter - 'A' + 1)
                - 1;
    }
}
