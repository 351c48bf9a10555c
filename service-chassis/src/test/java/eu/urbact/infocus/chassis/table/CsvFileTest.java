package eu.urbact.infocus.chassis.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CsvFileTest {

    @Test
    void what_the_export_writes_is_read_back_as_it_was() throws IOException {
        List<String> nasty = List.of(
                "=cmd|' /C calc'!A0;+1\n@second\tline",
                "＝HYPERLINK(0)",
                "Cluster „Süd“, 100 %, \"GmbH\" 😀",
                "'s-Hertogenbosch",
                "-1;=2",
                "'=1;''=2; '=3");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = TableFormat.CSV.open(out, "Sheet", List.of("a", "b", "c", "d", "e", "f"))) {
            table.row(nasty);
        }
        CsvFile.Table table = table(out.toByteArray());
        assertThat(table.columns()).containsExactly("a", "b", "c", "d", "e", "f");
        assertThat(table.rows().get(0).cells().values()).containsExactlyElementsOf(nasty);
    }

    @Test
    void whatever_is_written_is_read_back_as_it_was() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("CsvFileTest -Dseed=" + seed);
        Random random = new Random(seed);
        String[] pieces = {
            "'", "''", "=", "+", "-", "@", "＝", "＠", ";", ",", "\t", "\n", " ", "\u200B", "\u00A0", "\"", "a", "ł", "😀"
        };
        for (int i = 0; i < 20_000; i++) {
            String text = Stream.generate(() -> pieces[random.nextInt(pieces.length)])
                    .limit(1 + random.nextInt(8))
                    .collect(Collectors.joining());
            String written = Cells.plainEverywhere(text);
            assertThat(CsvFile.original(written)).as("%s, seed %d", text, seed).isEqualTo(text);
            assertThat(written)
                    .as("%s, seed %d", text, seed)
                    .doesNotMatch("(?s)(?:.*[;\\t\\r\\n])?[\\p{Z}\\p{Cf}]*[=+\\-@＝＋－＠].*");
        }
    }

    @Test
    void rows_know_the_line_they_begin_on() {
        CsvFile.Table table = table("\n a , B\r\n1,\"two\nlines\"\r\n\r\n,,\r\n3,4\r\n5\r\n6,7,8\r\n9,10,\r\n");
        assertThat(table.columns()).containsExactly("a", "b");
        assertThat(table.rows())
                .containsExactly(
                        new CsvFile.Row(3, Map.of("a", "1", "b", "two\nlines"), true),
                        new CsvFile.Row(7, Map.of("a", "3", "b", "4"), true),
                        new CsvFile.Row(8, Map.of("a", "5"), false),
                        new CsvFile.Row(9, Map.of("a", "6", "b", "7"), false),
                        new CsvFile.Row(10, Map.of("a", "9", "b", "10"), true));
    }

    @Test
    void a_line_break_is_one_character_whatever_program_has_written_it() {
        assertThat(table("a,b\r\n\"two\r\nlines\",\"three\rmore\n\r\nlines\"\r\n")
                        .rows()
                        .get(0)
                        .cells())
                .containsExactly(Map.entry("a", "two\nlines"), Map.entry("b", "three\nmore\n\nlines"));
    }

    @Test
    void semicolons_are_read_when_the_first_row_has_them() {
        assertThat(table("a;b\n1,5;2\n").rows().get(0).cells())
                .containsExactly(Map.entry("a", "1,5"), Map.entry("b", "2"));
    }

    @Test
    void semicolons_are_also_seen_behind_blank_lines() {
        assertThat(table(" \na;b\n1;2\n").columns()).containsExactly("a", "b");
    }

    @Test
    void commas_separate_when_there_are_as_many_of_both() {
        assertThat(table("a;b,c\n1,2\n").columns()).containsExactly("a;b", "c");
    }

    @Test
    void what_is_broken_is_named_with_its_line() {
        assertThat(read("")).isEqualTo(new CsvFile.Unreadable(0, "The file is empty."));
        assertThat(read("\uFEFF \n\n")).isEqualTo(new CsvFile.Unreadable(0, "The file is empty."));
        assertThat(read("a,a\n1,2")).isInstanceOfSatisfying(CsvFile.Unreadable.class, found -> assertThat(found.line())
                .isEqualTo(1));
        assertThat(read("a,b\n1,2\n3,\"open\n4,5\n"))
                .isInstanceOfSatisfying(CsvFile.Unreadable.class, found -> assertThat(found.line())
                        .isEqualTo(3));
        assertThat(read("a,b\n1,\"2\"x\n"))
                .isInstanceOfSatisfying(CsvFile.Unreadable.class, found -> assertThat(found.line())
                        .isEqualTo(2));
        assertThat(read("a,b\n1,\0\n"))
                .isInstanceOfSatisfying(CsvFile.Unreadable.class, found -> assertThat(found.line())
                        .isEqualTo(2));
        assertThat(read("a\n1\n2\n3\n"))
                .isEqualTo(new CsvFile.Unreadable(4, "The file has more than 2 rows. Split it."));
        assertThat(CsvFile.read("a\nS\u00fcd".getBytes(StandardCharsets.ISO_8859_1), 2))
                .isEqualTo(new CsvFile.Unreadable(0, "The file is not in UTF-8. Save it as CSV in UTF-8."));
    }

    private static CsvFile.Reading read(String file) {
        return CsvFile.read(file.getBytes(StandardCharsets.UTF_8), 2);
    }

    private static CsvFile.Table table(String file) {
        return table(file.getBytes(StandardCharsets.UTF_8));
    }

    private static CsvFile.Table table(byte[] file) {
        return (CsvFile.Table) CsvFile.read(file, 10);
    }
}
