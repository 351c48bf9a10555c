package eu.urbact.infocus.chassis.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import eu.urbact.infocus.chassis.testing.Spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class TableFormatTest {

    @Test
    void a_csv_file_is_exactly_these_bytes() throws IOException {
        byte[] file = table(
                TableFormat.CSV,
                List.of("city_id", "text", "rooms", "shared"),
                List.of("porto", "São João, \"Porto\"\r\nüber 😀", 3, true),
                Arrays.asList("łódź", null, -1, false));
        assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo("""
                        \uFEFFcity_id,text,rooms,shared\r
                        "porto","São João, ""Porto""\r
                        über 😀",3,"true"\r
                        "łódź",,-1,"false"\r
                        """);
    }

    @Test
    void what_a_program_would_take_for_a_formula_begins_with_an_apostrophe() throws IOException {
        List<List<String>> cells = List.of(
                List.of("=cmd()", "'=cmd()"),
                List.of("+1", "'+1"),
                List.of("-1", "'-1"),
                List.of("@x", "'@x"),
                List.of("\tx", "'\tx"),
                List.of("\rx", "'\rx"),
                List.of("\nx", "'\nx"),
                List.of("＝cmd()", "'＝cmd()"),
                List.of("＋1", "'＋1"),
                List.of("－1", "'－1"),
                List.of("＠x", "'＠x"),
                List.of("  =cmd()", "'  =cmd()"),
                List.of("\u00A0\u200B=cmd()", "'\u00A0\u200B=cmd()"),
                List.of("\uFEFF=cmd()", "'\uFEFF=cmd()"),
                List.of("1+1=2", "1+1=2"),
                List.of("a@example.org", "a@example.org"),
                List.of("'quoted'", "'quoted'"),
                List.of("", ""));
        for (TableFormat format : TableFormat.values()) {
            byte[] file = table(
                    format,
                    List.of("text"),
                    cells.stream().map(cell -> List.of(cell.get(0))).toArray(List[]::new));
            List<List<String>> rows = format == TableFormat.CSV ? Spreadsheets.csv(file) : Spreadsheets.xlsx(file);
            assertThat(rows.subList(1, rows.size()))
                    .as(format.name())
                    .extracting(row -> row.get(0))
                    .containsExactlyElementsOf(
                            cells.stream().map(cell -> cell.get(1)).toList());
        }
    }

    @Test
    void a_csv_file_tells_an_apostrophe_that_somebody_wrote_from_its_own() throws IOException {
        List<?> cells = List.of("'=1;''=2; '@z\n'x");
        assertThat(Spreadsheets.csv(table(TableFormat.CSV, List.of("text"), cells))
                        .get(1))
                .containsExactly("''=1;'''=2; '@z\n'x");
        assertThat(Spreadsheets.xlsx(table(TableFormat.XLSX, List.of("text"), cells))
                        .get(1))
                .containsExactly("'=1;''=2; '@z\n'x");
    }

    @Test
    void a_csv_file_holds_no_formula_either_for_a_program_that_expects_semicolons() throws IOException {
        byte[] file = table(TableFormat.CSV, List.of("text"), List.of("x;=cmd|' /C calc'!A0;y\n-1+1\r\n @z; fine-ish"));
        assertThat(Spreadsheets.csv(file).get(1)).containsExactly("x;'=cmd|' /C calc'!A0;y\n'-1+1\r\n' @z; fine-ish");
    }

    @Test
    void numbers_are_numbers_and_everything_else_is_text_in_a_workbook() throws IOException {
        byte[] file = table(
                TableFormat.XLSX,
                List.of("rooms", "on_day", "at", "text", "shared", "none"),
                Arrays.asList(
                        -3,
                        LocalDate.of(2016, 11, 23),
                        Instant.parse("2016-10-10T08:00:00Z"),
                        " <b>&\"ü😀\" ",
                        true,
                        null));
        assertThat(Spreadsheets.xlsx(file).get(1))
                .containsExactly("-3", "2016-11-23", "2016-10-10T08:00:00Z", " <b>&\"ü😀\" ", "1");
        Element row =
                (Element) Spreadsheets.sheet(file).getElementsByTagName("row").item(1);
        assertThat(List.of(0, 1, 2, 3, 4))
                .extracting(cell -> ((Element) row.getElementsByTagName("c").item(cell)).getAttribute("t"))
                .containsExactly("n", "inlineStr", "inlineStr", "inlineStr", "b");
        assertThat(Spreadsheets.sheet(file).getElementsByTagName("f").getLength())
                .isZero();
    }

    @Test
    void a_workbook_holds_what_was_written_and_not_what_it_might_mean_there() throws IOException {
        byte[] file = table(TableFormat.XLSX, List.of("text"), List.of("_x003D_1"), List.of("a\u0007b\uD800c"));
        // a spreadsheet program reads _x005F_ as the underscore that it stands for
        assertThat(Spreadsheets.xlsx(file))
                .containsExactly(List.of("text"), List.of("_x005F_x003D_1"), List.of("a\uFFFDb\uFFFDc"));
        assertThat(Spreadsheets.csv(table(TableFormat.CSV, List.of("text"), List.of("a\u0007b\uD800c"))))
                .containsExactly(List.of("text"), List.of("a\uFFFDb\uFFFDc"));
    }

    @Test
    void the_first_and_last_characters_of_xml_are_held_and_their_neighbours_replaced() throws IOException {
        String held = "a \uD7FF\uE000\uFFFD\uD800\uDC00z";
        byte[] file = table(TableFormat.CSV, List.of("text"), List.of(held), List.of("a\u001F\uFFFE\uFFFFz"));
        assertThat(Spreadsheets.csv(file))
                .containsExactly(List.of("text"), List.of(held), List.of("a\uFFFD\uFFFD\uFFFDz"));
    }

    @Test
    void the_longest_text_of_a_workbook_is_not_cut() throws IOException {
        byte[] file = table(TableFormat.XLSX, List.of("text"), List.of("x".repeat(32_767)));
        assertThat(Spreadsheets.xlsx(file).get(1)).containsExactly("x".repeat(32_767));
    }

    @Test
    void a_text_too_long_for_a_workbook_is_cut() throws IOException {
        byte[] file = table(TableFormat.XLSX, List.of("text"), List.of("x".repeat(40_000)));
        assertThat(Spreadsheets.xlsx(file).get(1).get(0)).hasSize(32_767).endsWith("x…");
    }

    @Test
    void u0000_is_refused() {
        for (TableFormat format : TableFormat.values()) {
            assertThatThrownBy(() -> table(format, List.of("text"), List.of("a\0b")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_row_of_another_length_and_odd_keys_are_refused() {
        assertThatThrownBy(() -> table(TableFormat.CSV, List.of("a", "b"), List.of("x")))
                .isInstanceOf(IllegalArgumentException.class);
        for (List<String> keys : List.of(List.<String>of(), List.of("a", "a"), List.of("aB"), List.of("=a"))) {
            assertThatThrownBy(() -> table(TableFormat.XLSX, keys)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_download_has_a_plain_name() {
        assertThat(TableFormat.XLSX.contentDisposition("rooms-2016-11-23"))
                .isEqualTo("attachment; filename=\"rooms-2016-11-23.xlsx\"");
        assertThatThrownBy(() -> TableFormat.CSV.contentDisposition("a\"b"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(TableFormat.parse("csv")).contains(TableFormat.CSV);
        assertThat(TableFormat.parse("CSV")).isEmpty();
        assertThat(TableFormat.parse(null)).isEmpty();
    }

    @Test
    void no_row_of_a_csv_file_is_kept() throws IOException {
        Counting out = new Counting();
        try (TableWriter table = TableFormat.CSV.open(out, "Sheet", List.of("text"))) {
            write(table, 20_000);
            assertThat(out.written).as("gone before the end").isPositive();
        }
        assertThat(out.closed).isFalse();
    }

    @Test
    void rows_of_a_workbook_are_kept_where_nobody_finds_them() throws IOException {
        Set<Path> before = temporaryFiles();
        Counting out = new Counting();
        try (TableWriter table = TableFormat.XLSX.open(out, "Sheet", List.of("text"))) {
            write(table, 20_000);
            // another process may be about to open one of its own
            await().untilAsserted(() -> assertThat(temporaryFiles())
                    .as("also when the process dies now")
                    .isSubsetOf(before));
        }
        assertThat(out.written).isPositive();
        assertThat(out.closed).isFalse();
    }

    @Test
    void a_workbook_says_which_cells_it_has() throws IOException {
        byte[] file = table(
                TableFormat.XLSX,
                IntStream.range(0, 28).mapToObj(i -> "column_" + i).toList(),
                Collections.nCopies(28, "a"));
        Element dimension = (Element)
                Spreadsheets.sheet(file).getElementsByTagName("dimension").item(0);
        assertThat(dimension.getAttribute("ref")).isEqualTo("A1:AB2");
    }

    private static void write(TableWriter table, int rows) throws IOException {
        List<String> row = List.of("0123456789".repeat(100));
        for (int i = 0; i < rows; i++) {
            table.row(row);
        }
    }

    private static Set<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".xlsx"))
                    .collect(Collectors.toSet());
        }
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static byte[] table(TableFormat format, List<String> columns, List<?>... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = format.open(out, "Sheet", columns)) {
            for (List<?> row : rows) {
                table.row(row);
            }
        }
        return out.toByteArray();
    }

    private static final class Counting extends OutputStream {
        private long written;
        private boolean closed;

        @Override
        public void write(int b) {
            written++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            written += length;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
