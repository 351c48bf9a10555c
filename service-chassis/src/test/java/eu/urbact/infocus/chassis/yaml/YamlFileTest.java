package eu.urbact.infocus.chassis.yaml;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class YamlFileTest {

    private static final int MOST = 10_000;

    private static List<FileNote> notes(byte[] file) {
        FileNotes notes = new FileNotes();
        boolean readable = YamlFile.read(file, MOST, notes).isPresent();
        assertThat(readable || !notes.isEmpty()).isTrue();
        return notes.inOrder();
    }

    private static int indexOf(byte[] file, char character) {
        int index = 0;
        while (file[index] != character) {
            index++;
        }
        return index;
    }

    private static List<FileNote> notes(String file) {
        return notes(file.getBytes(UTF_8));
    }

    @Test
    void a_mapping_is_read() {
        FileNotes notes = new FileNotes();
        assertThat(YamlFile.read("a: b\n".getBytes(UTF_8), MOST, notes)).isPresent();
        assertThat(notes.isEmpty()).isTrue();
    }

    @Test
    void a_byte_order_mark_is_no_error_and_moves_nothing() {
        assertThat(notes("\uFEFFa: b\n")).isEmpty();
        assertThat(notes("\uFEFF- a\n"))
                .containsExactly(new FileNote(1, 1, "", "must be a mapping of field names to values"));
    }

    @Test
    void what_holds_nothing_is_refused() {
        FileNote empty = new FileNote(1, 1, "", "the file is empty");
        assertThat(notes("")).containsExactly(empty);
        assertThat(notes("\uFEFF")).containsExactly(empty);
        assertThat(notes("# only a remark\n")).containsExactly(empty);
    }

    @Test
    void what_is_no_mapping_is_refused() {
        FileNote note = new FileNote(1, 1, "", "must be a mapping of field names to values");
        assertThat(notes("just text")).containsExactly(note);
        assertThat(notes("[1, 2]")).containsExactly(note);
        assertThat(notes("---\n...\n")).extracting(FileNote::message).containsExactly(note.message());
    }

    @Test
    void what_is_no_text_is_refused_where_it_stops_being_text() {
        String foreign = "the file is not in UTF-8: here stands a byte that belongs to no character";
        assertThat(notes("a: \u00e9".getBytes(ISO_8859_1))).containsExactly(new FileNote(1, 4, "", foreign));
        // a lone surrogate, as some writers put it
        assertThat(notes(new byte[] {'a', ':', ' ', (byte) 0xED, (byte) 0xA0, (byte) 0x80}))
                .containsExactly(new FileNote(1, 4, "", foreign));
        byte[] late = "\uFEFFa: \u00e9\r\nb: \ud83d\ude00\rc: 3\n\nd: \u00e9\u00e9?x: 1\n".getBytes(UTF_8);
        late[indexOf(late, '?')] = (byte) 0xE9;
        assertThat(notes(late)).containsExactly(new FileNote(5, 6, "", foreign));
        // the last character is cut off
        assertThat(notes(new byte[] {'a', ':', '\n', (byte) 0xC3})).containsExactly(new FileNote(2, 1, "", foreign));
        String message = "this character does not belong into a text file";
        assertThat(notes("a: 1\nb: \u00e9\u0007b\n")).containsExactly(new FileNote(2, 5, "", message));
        assertThat(notes("a: 1\r\nb: \u0000\n")).containsExactly(new FileNote(2, 4, "", message));
        assertThat(notes("a: 1\rb: \u001b\n")).containsExactly(new FileNote(2, 4, "", message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "two words ", "\u00e9"})
    void a_line_that_the_parser_would_take_long_for_is_not_given_to_it(String piece) {
        int most = 30_000_000;
        for (String before : List.of("a: 1\nb: ", "a: 1\n#", "a: 1\nb: |\n  ", "a: 1\nb: \"")) {
            FileNotes notes = new FileNotes();
            byte[] file = (before + piece.repeat(2_000_000)).getBytes(UTF_8);
            assertThat(YamlFile.read(file, most, notes)).isEmpty();
            assertThat(notes.inOrder())
                    .extracting(FileNote::message)
                    .containsExactly("this line has more than 100000 characters");
            assertThat(notes.inOrder().get(0).line()).isEqualTo(before.contains("|") ? 3 : 2);
        }

        FileNotes notes = new FileNotes();
        assertThat(YamlFile.read(("a: " + "x".repeat(99_997) + "\nb: 1\n").getBytes(UTF_8), most, notes))
                .isPresent();
        assertThat(YamlFile.read(("a: " + "x".repeat(99_998) + "\nb: 1\n").getBytes(UTF_8), most, notes))
                .isEmpty();
    }

    @Test
    void a_file_that_is_too_large_is_not_looked_at() {
        assertThat(notes("a: b\n".repeat(MOST / 5))).isNotEmpty().noneMatch(note -> note.message()
                .contains("larger"));
        assertThat(notes(new byte[MOST + 1]))
                .containsExactly(new FileNote(1, 1, "", "the file is larger than 10000 bytes"));
    }

    @Test
    void what_is_no_yaml_is_refused_where_it_stops_being_yaml() {
        assertThat(notes("format: 1\nseries: [unclosed\nworkshop: x\n"))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.line()).isEqualTo(3);
                    assertThat(note.column()).isEqualTo(9);
                    assertThat(note.message()).startsWith("this is not YAML: ");
                });
        assertThat(notes("format: 1\n\tseries: x\n")).singleElement().satisfies(note -> {
            assertThat(note.line()).isEqualTo(2);
            assertThat(note.column()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: \"\\UFFFFFFFF\"",
                "a: \"\\U00110000\"",
                "a: \"\\xZZ\"",
                "a: \"\\uD8",
                "a: !<%zz> b",
                "a: !!%zz b",
                "%YAML 9.9\n---\na: b",
                "%TAG ! x\n%TAG ! y\n---\na: b",
                "? [a, b]\n: c",
                "a: @b",
                "a: `b`",
                "a: *b",
                "- &a [*a]",
                "a: !!binary \"???\"",
                "{",
                "!!java.net.URL [\"http://localhost\"]"
            })
    void strange_files_give_notes_and_never_an_exception(String file) {
        FileNotes notes = new FileNotes();
        YamlFile.read(file.getBytes(UTF_8), MOST, notes).ifPresent(root -> {
            assertThat(root.text("a", 10)).isNotNull();
            root.end();
        });
        assertThat(notes.inOrder()).allSatisfy(note -> {
            assertThat(note.line()).isPositive();
            assertThat(note.message()).isNotBlank();
        });
    }

    @Test
    void further_documents_are_refused_where_they_begin() {
        assertThat(notes("a: b\n---\nc: d\n---\ne: f\n"))
                .containsExactly(
                        new FileNote(2, 1, "", "only one document is allowed in a file"),
                        new FileNote(4, 1, "", "only one document is allowed in a file"));
    }

    @Test
    void aliases_are_refused_before_they_are_followed() {
        String laughs = IntStream.range(1, 15)
                .mapToObj(i -> "a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1))
                .collect(Collectors.joining("", "a0: &a0 [x, x]\n", ""));
        assertThat(notes(laughs)).hasSize(28).allMatch(note -> note.message()
                .equals("aliases (*name) are not supported"));
        assertThat(notes("a: &a x\nb: *a\n"))
                .containsExactly(new FileNote(2, 4, "", "aliases (*name) are not supported"));
    }

    @Test
    void nesting_without_end_is_refused() {
        assertThat(notes("a: " + "[".repeat(4_000) + "]".repeat(4_000)))
                .singleElement()
                .satisfies(note -> assertThat(note.message()).startsWith("this is not YAML"));
    }

    @Test
    void twenty_levels_below_the_root_are_read_and_one_more_is_not() {
        assertThat(notes("a: " + "[".repeat(20) + "]".repeat(20))).isEmpty();
        assertThat(notes("a: " + "[".repeat(21) + "]".repeat(21)))
                .extracting(FileNote::message)
                .containsExactly("this is not YAML: Nesting Depth exceeded max 20");
    }

    @Test
    void as_many_notes_as_are_shown_are_not_cut_off() {
        List<FileNote> notes = notes("a: &a x\nb: [" + "*a, ".repeat(100) + "]\n");
        assertThat(notes).hasSize(100).allMatch(note -> note.message().equals("aliases (*name) are not supported"));
    }

    @Test
    void many_notes_are_cut_off_with_their_number() {
        List<FileNote> notes = notes("a: &a x\nb: [" + "*a, ".repeat(150) + "]\n");
        assertThat(notes).hasSize(FileNotes.MOST + 1);
        assertThat(notes.get(FileNotes.MOST).message()).isEqualTo("50 more errors from here on are not listed");
    }

    @Test
    void a_quote_of_300_characters_is_whole() {
        assertThat(new FileNote(1, 1, "a", "z".repeat(300)).message()).isEqualTo("z".repeat(300));
    }

    @Test
    void what_a_note_quotes_can_be_sent_and_shown() {
        FileNote note = new FileNote(1, 1, "a\uD800", "x\u0000y" + "z".repeat(1000));
        assertThat(note.field()).isEqualTo("a\uFFFD");
        assertThat(note.message()).startsWith("x\uFFFDyz").endsWith("…").hasSize(301);
    }
}
