package eu.urbact.infocus.chassis.yaml;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.assertj.core.api.OptionalAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class YamlMappingTest {

    private enum Pace {
        VERY_SLOW,
        FAST
    }

    private final FileNotes notes = new FileNotes();

    private YamlMapping file(String yaml) {
        return YamlFile.read(yaml.getBytes(UTF_8), 100_000, notes).orElseThrow();
    }

    private <T> T read(String yaml, Function<YamlMapping, T> reader) {
        T value = reader.apply(file(yaml));
        assertThat(notes.inOrder()).isEmpty();
        return value;
    }

    private <T> OptionalAssert<T> assertRead(String yaml, Function<YamlMapping, Optional<T>> reader) {
        return assertThat(read(yaml, reader));
    }

    private List<FileNote> refused(String yaml, Consumer<YamlMapping> reader) {
        reader.accept(file(yaml));
        return notes.inOrder();
    }

    /** What is said about the value of the field {@code a}. */
    private String refusal(String value, Function<YamlMapping, ?> reader) {
        List<FileNote> found = refused("a: " + value + "\n", file -> assertThat((Object) reader.apply(file))
                .isNotNull());
        assertThat(found).singleElement().satisfies(note -> {
            assertThat(note.line()).isEqualTo(1);
            assertThat(note.column()).isEqualTo(4);
            assertThat(note.field()).isEqualTo("a");
        });
        return found.get(0).message();
    }

    @Test
    void values_are_taken_as_they_are_written() {
        assertRead("a: NO", file -> file.text("a", 9)).contains("NO");
        assertRead("a: 01", file -> file.requiredText("a", 9)).contains("01");
        assertRead("a: \" e\u0301 \"", file -> file.requiredText("a", 1)).contains("\u00e9");
        assertRead("a: |\n  one\n  two\n", file -> file.requiredParagraphs("a", 9))
                .contains("one\ntwo");
        assertRead("a: a-1", file -> file.requiredKey("a", 3)).contains("a-1");
        assertRead("a: 010", file -> file.requiredInteger("a", -5, 10)).contains(10);
        assertRead("a: -5", file -> file.requiredInteger("a", -5, 10)).contains(-5);
        assertRead("a: -2.5", file -> file.requiredDecimal("a")).contains(-2.5);
        assertRead("a: true", file -> Optional.of(file.flag("a"))).contains(true);
        assertRead("b: true", file -> Optional.of(file.flag("a"))).contains(false);
        assertRead("a: 2016-11-23", file -> file.requiredDate("a")).contains(LocalDate.of(2016, 11, 23));
        assertRead("a: 2000-01-01", file -> file.date("a")).contains(LocalDate.of(2000, 1, 1));
        assertRead("a: 2100-12-31", file -> file.date("a")).contains(LocalDate.of(2100, 12, 31));
        assertRead("a: 2016-11-23T13:30", file -> file.requiredDateTime("a"))
                .contains(LocalDateTime.of(2016, 11, 23, 13, 30));
        assertRead("a: 09:15", file -> file.requiredTime("a")).contains(LocalTime.of(9, 15));
        assertRead("a: Europe/Berlin", file -> file.requiredZone("a")).contains(ZoneId.of("Europe/Berlin"));
        assertRead("a: DE", file -> file.requiredCountry("a")).contains("DE");
        assertRead("a: https://example.org/x", file -> file.requiredWebAddress("a"))
                .contains("https://example.org/x");
        assertRead("a: very-slow", file -> file.requiredChoice("a", Pace.class, Spelling.SMALL_LETTERS))
                .contains(Pace.VERY_SLOW);
        assertRead("a: VERY_SLOW", file -> file.requiredChoice("a", Pace.class, Spelling.CAPITALS))
                .contains(Pace.VERY_SLOW);
        assertRead("a: x1", file -> file.requiredMatching("a", Pattern.compile("x\\d"), "x and a digit"))
                .contains("x1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "\"\"", "\"  \"", "''"})
    void a_field_without_a_value_is_refused(String value) {
        assertThat(refused("a: " + value + "\n", file -> file.text("a", 9)))
                .extracting(FileNote::message)
                .containsExactly("must not be empty; leave the field out if there is nothing to say");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [a]           | must be a single value, not a list or a mapping
            {a: b}        | must be a single value, not a list or a mapping
            12345678901   | is 11 characters long, at most 10 are allowed
            "a\\nb"       | must be text on one line
            "a\\u0007"    | must not hold characters that cannot be shown
            "a\\0b"       | must not hold characters that cannot be shown
            "a\\tb"       | must not hold characters that cannot be shown
            "a\\uD800"    | must not hold characters that cannot be shown
            "\\uDC00a"    | must not hold characters that cannot be shown
            "a\\u202Eb"   | must not hold characters that cannot be shown
            "a\\Lb"       | must not hold characters that cannot be shown
            <b>a</b>      | must not hold markup (< or >)
            "<a"          | must not hold markup (< or >)
            ">a"          | must not hold markup (< or >)
            "\\u202Aa"    | must not hold characters that cannot be shown
            "\\u2066a"    | must not hold characters that cannot be shown
            "\\u2069a"    | must not hold characters that cannot be shown
            "\\uFEFFa"    | must not hold characters that cannot be shown
            """)
    void texts_that_do_harm_are_refused(String value, String message) {
        assertThat(refusal(value, file -> file.text("a", 10))).isEqualTo(message);
    }

    @Test
    void paragraphs_have_lines_but_no_other_controls() {
        assertRead("a: \"1 < 2\\nb\"", file -> file.paragraphs("a", 9)).contains("1 < 2\nb");
        assertThat(refusal("\"a\\uD800\"", file -> file.paragraphs("a", 9)))
                .isEqualTo("must not hold characters that cannot be shown");
    }

    @Test
    void two_halves_of_a_surrogate_pair_are_one_character() {
        assertRead("a: \"\\uD83D\\uDE00\"", file -> file.text("a", 1)).contains("\uD83D\uDE00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "a b", "a--b", "-a", "aaaa", "\u00e4", "\"\\uD800\""})
    void keys_are_small_letters_digits_and_hyphens(String value) {
        assertThat(refusal(value, file -> file.key("a", 3)))
                .isEqualTo("must be small letters, digits and single hyphens, at most 3 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "4", "-1", "+1", "1.0", "one", "9999999999", "\u0663", "\"\\uD800\""})
    void numbers_lie_in_their_range(String value) {
        assertThat(refusal(value, file -> file.integer("a", 1, 3))).isEqualTo("must be a whole number from 1 to 3");
    }

    @Test
    void a_range_of_one_says_so() {
        assertThat(refusal("2", file -> file.integer("a", 1, 1))).isEqualTo("must be 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "NaN", "1234", "1,5", "."})
    void decimals_are_plain(String value) {
        assertThat(refusal(value, file -> file.requiredDecimal("a"))).startsWith("must be a decimal number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"31.1.2015", "2016-13-10", "2016-02-30", "+999999999-01-01", "-0001-01-01", "x", "\"\\uD800\""})
    void what_is_no_day_is_refused(String value) {
        assertThat(refusal(value, file -> file.date("a"))).isEqualTo("must be a day like 2016-11-23");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01", "0001-01-01", "1999-12-31", "2101-01-01", "9999-12-31"})
    void days_of_other_centuries_are_refused(String value) {
        assertThat(refusal(value, file -> file.date("a"))).isEqualTo("must lie in the years 2000 to 2100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-01-01T00:00",
                "-999999999-01-01T00:00",
                "23 November",
                "2016-11-23",
                "2016-11-23T24:30",
                "2016-11-23T10:00:00.1",
                "2016-11-23T10:00Z",
                "\"\\0\""
            })
    void what_is_no_day_with_a_time_is_refused(String value) {
        assertThat(refusal(value, file -> file.requiredDateTime("a")))
                .isEqualTo("must be a day and time like 2016-11-23T13:30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00", "1999-12-31T23:59", "2101-01-01T00:00", "9999-12-31T23:59"})
    void times_of_other_centuries_are_refused(String value) {
        assertThat(refusal(value, file -> file.requiredDateTime("a"))).isEqualTo("must lie in the years 2000 to 2100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9:30", "25:00", "09:15:00", "noon"})
    void what_is_no_time_is_refused(String value) {
        assertThat(refusal(value, file -> file.time("a"))).isEqualTo("must be a time like 09:15");
    }

    @Test
    void names_of_other_things_are_refused() {
        assertThat(refusal("+01:00", file -> file.requiredZone("a")))
                .isEqualTo("must be a time zone like Europe/Berlin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "XX", "Germany"})
    void countries_are_those_of_the_standard(String value) {
        assertThat(refusal(value, file -> file.requiredCountry("a")))
                .isEqualTo("must be a country of ISO 3166 like DE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "www.example.org",
                "https://",
                "ftp://example.org",
                "https://a b",
                "https://user:pw@example.org/",
                "https://x.eu/a b",
                "https://x.eu:99999/",
                "http://localhost:8080/",
                "http://127.0.0.1/",
                "http://[::ffff:127.0.0.1]/"
            })
    void addresses_are_those_of_pages(String value) {
        assertThat(refusal(value, file -> file.webAddress("a")))
                .isEqualTo(
                        "must be a web address such as https://www.example.org, without spaces and without a name and password"
                                + " in it");
    }

    @Test
    void addresses_are_read_as_every_browser_takes_them() {
        assertRead("a: HTTPS://X.EU/", file -> file.requiredWebAddress("a")).contains("https://X.EU/");
        assertRead("a: https://münchen.example/straße", file -> file.requiredWebAddress("a"))
                .contains("https://xn--mnchen-3ya.example/straße");
        assertThat(refusal("https://straße.example/", file -> file.webAddress("a")))
                .startsWith("must not have ß, ς or an invisible letter in the name of the site");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\u200B\\u200B\"", "\"\\u3164\"", "\"\\uFE0F\"", "\"\\u2800 \\u00AD\""})
    void a_text_must_hold_something_that_can_be_seen(String value) {
        assertThat(refused("a: " + value + "\nb: " + value + "\n", file -> {
                    file.text("a", 9);
                    file.paragraphs("b", 9);
                }))
                .extracting(FileNote::message)
                .containsExactly("must hold something that can be seen", "must hold something that can be seen");
    }

    @Test
    void choices_name_what_is_possible() {
        assertThat(refusal("slow", file -> file.choice("a", Pace.class, Spelling.SMALL_LETTERS)))
                .isEqualTo("must be one of very-slow, fast");
    }

    @Test
    void true_and_false_are_nothing_else() {
        assertThat(refusal("yes", file -> file.flag("a"))).isEqualTo("must be true or false");
    }

    @Test
    void what_is_missing_is_said_where_it_should_be() {
        assertThat(refused("x:\n  b: 1\n", file -> {
                    YamlMapping x = file.requiredMapping("x");
                    x.requiredText("a", 9);
                    x.requiredMapping("c").requiredText("d", 9);
                    x.requiredMappings("e");
                    assertThat(x.text("f", 9)).isEmpty();
                }))
                .containsExactly(
                        new FileNote(2, 3, "x.a", "is missing"),
                        new FileNote(2, 3, "x.c", "is missing"),
                        new FileNote(2, 3, "x.e", "is missing"));
    }

    @Test
    void what_is_no_mapping_is_said_once() {
        assertThat(refused("x: [1, {a: b}, {a: [c]}]\n", file -> {
                    for (YamlMapping entry : file.requiredMappings("x")) {
                        entry.requiredText("a", 9);
                        entry.end();
                    }
                    file.end();
                }))
                .containsExactly(
                        new FileNote(1, 5, "x[0]", "must be a mapping of field names to values"),
                        new FileNote(1, 20, "x[2].a", "must be a single value, not a list or a mapping"));
    }

    @Test
    void lists_are_lists_and_some_have_an_entry() {
        assertThat(refusal("b", file -> file.mappings("a"))).isEqualTo("must be a list");
    }

    @Test
    void a_list_that_must_have_an_entry_says_so() {
        assertThat(refusal("[]", file -> file.requiredMappings("a"))).isEqualTo("must have at least one entry");
    }

    @Test
    void entries_of_a_list_may_be_single_values() {
        List<YamlValue> values = read("a: [\"01\", {b: c}]", file -> file.values("a"));
        assertThat(values.get(0).single()).contains("01");
        assertThat(values.get(0).place()).isEqualTo(new Place(1, 5, "a[0]"));
        assertThat(values.get(1).single()).isEmpty();
        assertThat(values.get(1).mapping().requiredText("b", 9)).contains("c");
    }

    @Test
    void unknown_fields_and_those_given_twice_are_refused() {
        assertThat(refused("a: 1\nb: 2\na: 3\n? [x]\n: y\n\"\\uD800\": z\n", file -> {
                    file.text("a", 9);
                    file.text("c", 9);
                    file.end();
                }))
                .containsExactly(
                        new FileNote(2, 1, "b", "there is no such field here; possible are a, c"),
                        new FileNote(3, 1, "a", "is given twice"),
                        new FileNote(4, 3, "", "a field name must be plain text"),
                        new FileNote(6, 1, "\uFFFD", "there is no such field here; possible are a, c"));
    }

    @Test
    void a_rule_may_speak_about_a_path() {
        file("x:\n  - a: 1\n");
        assertThat(notes.at("x[0].b", "m")).isEqualTo(new FileNote(2, 3, "x[0].b", "m"));
        YamlMapping file = file("x:\n  - a: 1\n");
        file.mappings("x").get(0).refuse("a", "is odd");
        assertThat(notes.at("x[0].b", "m")).isEqualTo(new FileNote(2, 5, "x[0].b", "m"));
        assertThat(notes.inOrder()).containsExactly(new FileNote(2, 8, "x[0].a", "is odd"));
    }
}
