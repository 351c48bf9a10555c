package eu.urbact.infocus.directory.referenceimport;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.chassis.yaml.FileNote;
import eu.urbact.infocus.chassis.yaml.FileNotes;
import eu.urbact.infocus.directory.DirectoryData;
import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.Figure;
import eu.urbact.infocus.directory.reference.Confidence;
import eu.urbact.infocus.directory.reference.DivisionEntry;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Provenance;
import eu.urbact.infocus.directory.reference.Tag;

import static eu.urbact.infocus.directory.referenceimport.ReferenceDataRulesTest.withKeys;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ReferenceDataReaderTest {

    private static final String SOURCES = "sources: [{id: s, readOn: 2016-10-10, title: \"A source\"}]\n";
    private static final String CLUSTER = """
            clusters:
              - id: c
                name: "C"
                kind: sector
                country: "PT"
                summary: "S."
                keywords: "k"
                coding: {source: s, confidence: inferred}
                activities: [{code: "01", weight: 3}]
                competences: [{code: x, level: 2, source: s, confidence: stated, uncertain: true, date: 2015-01-31}]
                markets: ["02", {code: "30", source: s, confidence: documented}]
                objectives: [9]
            """;

    @Test
    void the_delivered_file_is_read_without_a_finding() {
        FileNotes notes = new FileNotes();
        Optional<ReferenceData> data = read(DirectoryData.file(), Map.of(), notes);
        assertThat(notes.inOrder()).isEmpty();
        ReferenceDataRules.check(data.orElseThrow(), withKeys(KnownEntries.none(), data.get()), notes);
        assertThat(notes.inOrder()).isEmpty();
        assertThat(data.get().sections()).hasSize(21);
        assertThat(data.get().divisions()).hasSize(88);
        assertThat(data.get().ecosystems()).hasSize(14);
        // ten emerging industries, six priority areas, twenty-two sections of NACE Rev. 2.1
        assertThat(data.get().terms()).hasSize(38);
        assertThat(data.get().objectives()).hasSize(17);
        assertThat(data.get().competences().stream().filter(c -> c.value().keyEnablingTechnology()))
                .hasSize(6);
        assertThat(data.get().cities().stream().map(city -> city.value().id()))
                .containsExactlyInAnyOrder(
                        "bilbao",
                        "bielsko-biala",
                        "bordeaux",
                        "bucharest",
                        "frankfurt",
                        "grenoble",
                        "ostrava",
                        "plasencia",
                        "porto",
                        "torino");
        assertThat(data.get().regions()).hasSize(10);
    }

    @Test
    void in_the_delivered_file_general_knowledge_is_always_uncertain_and_nobody_is_named() {
        ReferenceData data =
                read(DirectoryData.file(), Map.of(), new FileNotes()).orElseThrow();
        List<Provenance> provenances = data.clusters().stream()
                .flatMap(cluster -> cluster.value().tags().stream())
                .map(Tag::provenance)
                .toList();
        assertThat(provenances).isNotEmpty().allSatisfy(provenance -> {
            assertThat(provenance.checkedOn()).isAfter(LocalDate.of(2016, 1, 1));
            assertThat(provenance.sourceId()).isNotEmpty();
        });
        data.regions().forEach(region -> assertThat(region.value().priorities())
                .allSatisfy(priority -> assertThat(priority.provenance()).satisfies(provenance -> assertThat(
                                provenance.uncertain() || provenance.confidence() == Confidence.DOCUMENTED)
                        .isTrue())));
        assertThat(DirectoryData.file()).doesNotContain("@gmail", "mailto:", "+34", "+49");
    }

    @Test
    void facts_of_the_founding_document_say_so() {
        ReferenceData data =
                read(DirectoryData.file(), Map.of(), new FileNotes()).orElseThrow();
        Map<String, ClusterDescription> clusters = data.clusters().stream()
                .collect(Collectors.toMap(cluster -> cluster.value().id(), Placed::value));
        assertThat(clusters.get("alpha-rlh").figures()).anySatisfy(figure -> {
            assertThat(figure.measure()).isEqualTo(Figure.Measure.JOBS);
            assertThat(figure.amount()).isEqualTo(1400);
            assertThat(figure.provenance().sourceId()).isEqualTo("founding-document");
            assertThat(figure.provenance().confidence()).isEqualTo(Confidence.STATED);
        });
        assertThat(clusters.get("minalogic").figures()).anySatisfy(figure -> {
            assertThat(figure.amount()).isEqualTo(300);
            assertThat(figure.precision()).isEqualTo(Figure.Precision.ABOUT);
        });
        Map<String, String> scales = clusters.values().stream()
                .flatMap(cluster -> cluster.tags().stream()
                        .filter(tag -> tag.facet() == Facet.SCALE)
                        .map(tag -> Map.entry(cluster.id(), tag.code())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(scales)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "aerospace-valley", "WORLD_CLASS",
                        "alpha-rlh", "WORLD_CLASS",
                        "bordeaux-health", "NATIONAL",
                        "bordeaux-finance", "NATIONAL",
                        "bordeaux-wine", "SECTOR_OF_EXCELLENCE",
                        "bordeaux-chemistry", "SECTOR_OF_EXCELLENCE",
                        "bordeaux-boating", "SECTOR_OF_EXCELLENCE",
                        "bordeaux-tourism", "SECTOR_OF_EXCELLENCE"));
    }

    @Test
    void every_division_stands_in_its_section_of_either_nace() {
        ReferenceData data =
                read(DirectoryData.file(), Map.of(), new FileNotes()).orElseThrow();
        assertThat(ranges(data, division -> Optional.of(division.section())))
                .isEqualTo(
                        "A 01-03 B 05-09 C 10-33 D 35-35 E 36-39 F 41-43 G 45-47 H 49-53 I 55-56 J 58-63 K 64-66 L 68-68"
                                + " M 69-75 N 77-82 O 84-84 P 85-85 Q 86-88 R 90-93 S 94-96 T 97-98 U 99-99");
        assertThat(ranges(data, DivisionEntry::rev21))
                .isEqualTo(
                        "A 01-03 B 05-09 C 10-33 D 35-35 E 36-39 F 41-43 G 46-47 H 49-53 I 55-56 J 58-60 K 61-63 L 64-66"
                                + " M 68-68 N 69-75 O 77-82 P 84-84 Q 85-85 R 86-88 S 90-93 T 94-96 U 97-98 V 99-99");
        assertThat(data.divisions()).hasSize(88);
    }

    private static String ranges(ReferenceData data, Function<DivisionEntry, Optional<String>> section) {
        Map<String, TreeSet<String>> divisions = new TreeMap<>();
        data.divisions().stream().map(Placed::value).forEach(division -> section.apply(division)
                .ifPresent(letter -> divisions
                        .computeIfAbsent(letter, any -> new TreeSet<>())
                        .add(division.code())));
        return divisions.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().first() + "-"
                        + entry.getValue().last())
                .collect(Collectors.joining(" "));
    }

    @Test
    void tags_take_their_own_provenance_before_that_of_their_object() {
        ReferenceData data = read(DirectoryData.with(SOURCES + CLUSTER), Map.of(), new FileNotes())
                .orElseThrow();
        LocalDate readOn = LocalDate.of(2016, 10, 10);
        assertThat(data.clusters().get(0).value().tags())
                .containsExactly(
                        new Tag(Facet.ACTIVITY, "01", 3, new Provenance("s", readOn, Confidence.INFERRED, false)),
                        new Tag(
                                Facet.COMPETENCE,
                                "x",
                                2,
                                new Provenance("s", LocalDate.of(2015, 1, 31), Confidence.STATED, true)),
                        new Tag(Facet.MARKET, "02", 1, new Provenance("s", readOn, Confidence.INFERRED, false)),
                        new Tag(Facet.MARKET, "30", 1, new Provenance("s", readOn, Confidence.DOCUMENTED, false)),
                        new Tag(Facet.OBJECTIVE, "9", 1, new Provenance("s", readOn, Confidence.INFERRED, false)));
    }

    @Test
    void a_term_belongs_to_one_of_the_known_lists() {
        FileNotes notes = new FileNotes();
        assertThat(read(
                        DirectoryData.file()
                                .replace(
                                        "{id: medical-devices, vocabulary: emerging-industry",
                                        "{id: medical-devices, vocabulary: eye"),
                        Map.of(),
                        notes))
                .isEmpty();
        assertThat(notes.inOrder()).singleElement().satisfies(note -> assertThat(note.message())
                .isEqualTo("must be one of emerging-industry, s3-priority-area, nace-rev-2-1-section"));
    }

    @Test
    void a_source_may_be_known_from_an_earlier_file() {
        Map<String, LocalDate> known = Map.of("s", LocalDate.of(2014, 1, 1));
        ReferenceData data =
                read(DirectoryData.with(CLUSTER), known, new FileNotes()).orElseThrow();
        assertThat(data.clusters().get(0).value().tags().get(0).provenance().checkedOn())
                .isEqualTo(LocalDate.of(2014, 1, 1));
    }

    /** Each line: what is replaced in the good file, by what, and what is found (line, column, field, part of the message). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind: sector             | kind: guild                     | 8  | 11 | clusters[0].kind                | must be one of cluster-organisation, initiative, sector
            kind: sector             | kind: [sector]                  | 8  | 11 | clusters[0].kind                | must be a single value, not a list or a mapping
            name: "C"                | nmae: "C"                       | 7  | 5  | clusters[0].nmae                | there is no such field here
            name: "C"                | nmae: "C"                       | 6  | 5  | clusters[0].name                | is missing
            name: "C"                | name: ""                        | 7  | 11 | clusters[0].name                | must not be empty
            name: "C"                | name: ~                         | 7  | 11 | clusters[0].name                | must not be empty
            name: "C"                | name: "<b>C</b>"                | 7  | 11 | clusters[0].name                | must not hold markup
            name: "C"                | name: "C\\u0007"                | 7  | 11 | clusters[0].name                | must not hold characters that cannot be shown
            name: "C"                | name: "C\\uD800"                | 7  | 11 | clusters[0].name                | must not hold characters that cannot be shown
            name: "C"                | name: {a: b}                    | 7  | 11 | clusters[0].name                | must be a single value, not a list or a mapping
            id: c                    | id: C c                         | 6  | 9  | clusters[0].id                  | must be small letters, digits and single hyphens, at most 60 characters
            country: "PT"            | country: "pt"                   | 9  | 14 | clusters[0].country             | must be a country of ISO 3166
            country: "PT"            | country: "XY"                   | 9  | 14 | clusters[0].country             | must be a country of ISO 3166
            weight: 3                | weight: 4                       | 13 | 39 | clusters[0].activities[0].weight | must be a whole number from 1 to 3
            weight: 3                | weight: 0                       | 13 | 39 | clusters[0].activities[0].weight | must be a whole number from 1 to 3
            weight: 3                | weight: high                    | 13 | 39 | clusters[0].activities[0].weight | must be a whole number from 1 to 3
            code: "01", weight: 3    | code: "1", weight: 3            | 13 | 18 | clusters[0].activities[0]       | must be two digits
            [9]                      | [18]                            | 16 | 18 | clusters[0].objectives[0]       | must be a number from 1 to 17
            [9]                      | 9                               | 16 | 17 | clusters[0].objectives          | must be a list
            [9]                      | [9, 9]                          | 16 | 21 | clusters[0].objectives[1]       | "9" is listed twice
            date: 2015-01-31         | date: 31.1.2015                 | 14 | 93 | clusters[0].competences[0].date | must be a day like 2016-11-23
            uncertain: true          | uncertain: yes                  | 14 | 81 | clusters[0].competences[0].uncertain | must be true or false
            confidence: stated       | confidence: sure                | 14 | 62 | clusters[0].competences[0].confidence | must be one of documented, stated, inferred
            confidence: inferred     | konfidence: inferred            | 12 | 25 | clusters[0].coding.konfidence   | there is no such field here
            summary: "S."            | contactPerson: "Somebody"       | 10 | 5  | clusters[0].contactPerson       | there is no such field here
            version: 1               | version: 2                      | 2  | 10 | version                         | must be 1
            format: infocus-reference-data | format: something         | 1  | 9  | format                          | must be infocus-reference-data
            dataVersion: "test"      | dataVersion: "a b"              | 3  | 14 | dataVersion                     | must be at most 30 letters
            id: s,                   | id: statement-s,                | 4  | 16 | sources[0].id                   | must not begin with "statement-" or "document-", as the sources of profiles do
            id: s,                   | id: document-s,                 | 4  | 16 | sources[0].id                   | must not begin with "statement-" or "document-", as the sources of profiles do
            readOn: 2016-10-10       | readOn: 2016-13-10              | 4  | 27 | sources[0].readOn               | must be a day
            title: "A source"        | title: "A source", url: "javascript:x" | 4 | 63 | sources[0].url            | must be a web address such as https
            title: "A source"        | title: "A source", url: "https://u:p@x.eu" | 4 | 63 | sources[0].url        | must be a web address such as https
            summary: "S."            | summary: "Ask z@example.org"    | 10 | 14 | clusters[0].summary             | must not hold a mail address or a telephone number
            name: "C"                | name: "\\u200B\\u3164"           | 7  | 11 | clusters[0].name                | must hold something that can be seen
            clusters:                | clubs:                          | 5  | 1  | clubs                           | there is no such field here
            name: "C"                | {name: "C"                      | 8  |    |                                 | this is not YAML
            """)
    void errors_are_told_with_line_and_column(
            String good, String bad, int line, Integer column, String field, String message) {
        String file = DirectoryData.with(SOURCES + CLUSTER);
        assertThat(file).contains(good);
        FileNotes notes = new FileNotes();
        assertThat(read(file.replace(good, bad.replace("\\\\", "\\")), Map.of(), notes))
                .isEmpty();
        assertThat(notes.inOrder()).anySatisfy(finding -> {
            assertThat(finding.message()).contains(message);
            assertThat(finding.line()).isEqualTo(line);
            if (column != null) {
                assertThat(finding.column()).isEqualTo(column);
                assertThat(finding.field()).isEqualTo(field);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{id: founding-document, ",
                "{number: 1, ",
                "{id: micro-nanoelectronics, ",
                "{code: \"01\", label",
                "{source: eccp-typology, confidence: documented}",
                "{code: ES21, ",
                "{source: ris3-basque, confidence: documented}",
                "{name: \"Bilbao Ekintza",
                "{lat: 43.263013, ",
                "{measure: members, ",
                "{code: \"26\", weight: 2}",
                "{competence: photonics, division: \"10\"",
                "{division: \"62\", "
            })
    void no_entry_has_a_field_that_there_is_not(String entry) {
        assertOnly("there is no such field here", entry, entry.replaceFirst("\\{", "{extra: x, "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  - code: \"A\"\n    ",
                "  - id: aerospace-defence\n    ",
                "  - id: basque-country\n    ",
                "    strategy:\n      ",
                "      - id: es21-p1\n        ",
                "  - id: bilbao\n    ",
                "  - id: gaia\n    ",
                "  - id: silicon-europe\n    "
            })
    void nor_has_one_that_is_written_in_lines(String entry) {
        assertOnly("there is no such field here", entry, entry + "extra: x\n" + entry.replaceFirst("(?s).*\n", ""));
    }

    private static void assertOnly(String message, String good, String bad) {
        String file = DirectoryData.file();
        assertThat(file).contains(good);
        assertThat(messages(file.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad))))
                .singleElement()
                .asString()
                .startsWith(message);
    }

    @Test
    void codes_in_a_list_are_well_formed_and_each_there_once() {
        assertOnly("must be two digits", "divisions: [\"30\", \"25\"", "divisions: [\"3\", \"25\"");
        assertOnly("is listed twice", "divisions: [\"30\", \"25\"", "divisions: [\"30\", \"30\"");
    }

    @Test
    void a_region_has_each_priority_once() {
        assertOnly("holds two priorities with the same id", "- id: es21-p2", "- id: es21-p1");
    }

    @Test
    void a_source_gives_a_figure_for_a_year_once() {
        String figure =
                "      - {measure: members, value: 70, precision: at-least, source: silesian-aviation, confidence: documented}\n";
        assertOnly(
                "the same source gives this figure for this year already",
                figure,
                figure + figure.replace("value: 70", "value: 80"));
        FileNotes notes = new FileNotes();
        assertThat(read(
                        DirectoryData.file()
                                .replace(figure, figure + figure.replace("value: 70", "value: 80, asOf: 2016")),
                        Map.of(),
                        notes))
                .as("another year: %s", notes.inOrder())
                .isPresent();
    }

    @Test
    void ten_thousand_characters_are_too_many() {
        String file = DirectoryData.with(SOURCES + CLUSTER).replace("\"S.\"", "\"" + "x".repeat(10_000) + "\"");
        assertThat(messages(file)).containsExactly("is 10000 characters long, at most 1000 are allowed");
    }

    @Test
    void a_file_that_cannot_be_taken_apart_is_refused() {
        assertThat(messages("")).containsExactly("the file is empty");
        assertThat(messages(DirectoryData.with("---\na: b\n")))
                .containsExactly("only one document is allowed in a file");
        assertThat(messages(DirectoryData.with("x".repeat(3_000_000))))
                .containsExactly("the file is larger than 3000000 bytes");
    }

    @Test
    void a_byte_order_mark_is_no_error() {
        assertThat(read("\uFEFF" + DirectoryData.file(), Map.of(), new FileNotes()))
                .isPresent();
    }

    @Test
    void days_of_other_centuries_are_refused() {
        for (String day : List.of("0001-01-01", "9999-12-31")) {
            assertThat(messages(DirectoryData.with(SOURCES.replace("2016-10-10", day))))
                    .containsExactly("must lie in the years 2000 to 2100");
        }
        assertThat(messages(DirectoryData.with(SOURCES.replace("2016-10-10", "+999999999-01-01"))))
                .containsExactly("must be a day like 2016-11-23");
    }

    @Test
    void swapped_coordinates_are_noticed_where_they_stand() {
        String file = DirectoryData.file().replace("lat: 43.263013, lon: -2.934985", "lat: -2.934985, lon: 43.263013");
        FileNotes notes = new FileNotes();
        assertThat(read(file, Map.of(), notes)).isEmpty();
        assertThat(notes.inOrder()).singleElement().satisfies(finding -> {
            assertThat(finding.field()).isEqualTo("cities[0].coordinates.lat");
            assertThat(finding.message()).contains("swapped");
            assertThat(file.lines().skip(finding.line() - 1L).findFirst().orElseThrow())
                    .contains("lat: -2.934985");
        });
    }

    @Test
    void a_nuts_code_belongs_to_the_country_and_comes_once_per_version() {
        String file = DirectoryData.file().replace("code: ES213", "code: PT213");
        assertThat(messages(file)).containsExactly("does not belong to the country ES");
        String twice = DirectoryData.file().replace("code: FR612,", "code: FR61,");
        assertThat(messages(twice)).containsExactly("is listed twice for version 2013");
    }

    private static List<String> messages(String file) {
        FileNotes notes = new FileNotes();
        assertThat(read(file, Map.of(), notes)).isEmpty();
        return notes.inOrder().stream().map(FileNote::message).toList();
    }

    private static Optional<ReferenceData> read(String file, Map<String, LocalDate> knownSources, FileNotes notes) {
        return ReferenceDataReader.read(file.getBytes(UTF_8), knownSources, notes)
                .filter(any -> notes.isEmpty());
    }
}
