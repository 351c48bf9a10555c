package eu.urbact.infocus.directory.referenceimport;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import eu.urbact.infocus.chassis.yaml.FileNote;
import eu.urbact.infocus.chassis.yaml.FileNotes;
import eu.urbact.infocus.directory.DirectoryData;

import static eu.urbact.infocus.directory.referenceimport.ReferenceDataRulesTest.withKeys;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Levers, relatedness, partnerships and knowledge-intensive services in a file of reference data. */
class MatchReferenceDataTest {

    private static final String RELATED =
            "relatedness: [{facet: activity, one: \"30\", other: \"26\", similarity: 0.5, channel: skill, source: nuts-2016, confidence: documented}]\n";

    @Test
    void the_delivered_file_holds_levers_partnerships_and_services() {
        FileNotes notes = new FileNotes();
        ReferenceData data = ReferenceDataReader.read(DirectoryData.file().getBytes(UTF_8), Map.of(), notes)
                .orElseThrow(() -> new AssertionError(notes.inOrder()));
        assertThat(data.levers()).hasSize(96);
        assertThat(data.partnerships()).hasSize(6);
        assertThat(data.knowledgeServices()).hasSize(8);
        assertThat(data.relatedness()).isEmpty();
        assertThat(data.levers().stream()
                        .map(Placed::value)
                        .filter(lever -> lever.provenance().sourceId().equals("founding-document"))
                        .map(lever -> lever.id()))
                .containsExactlyInAnyOrder(
                        "photonics/10", "photonics/20", "photonics/26", "photonics/30", "photonics/32", "photonics/86");
    }

    @Test
    void a_relatedness_is_read_with_the_smaller_code_first() {
        FileNotes notes = new FileNotes();
        ReferenceData data = ReferenceDataReader.read((DirectoryData.file() + RELATED).getBytes(UTF_8), Map.of(), notes)
                .orElseThrow(() -> new AssertionError(notes.inOrder()));
        assertThat(data.relatedness()).singleElement().satisfies(entry -> {
            assertThat(entry.value().id()).isEqualTo("26/30/skill");
            assertThat(entry.value().similarity()).isEqualByComparingTo("0.5");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {competence: photonics, division: "10" | {competence: fotonics, division: "10" | unknown competence "fotonics"
            {competence: photonics, division: "10" | {competence: photonics, division: "44" | unknown NACE division "44"
            {competence: photonics, division: "10" | {competence: photonics, division: "1" | must be two digits
            {competence: photonics, division: "10" | {competence: photonics, division: "20" | the lever "photonics/20" is in line
            strength: makes | strength: documented | must be accepted, or makes, where the confidence is inferred: nobody documented it
            strength: makes | strength: strong | must be one of documented, accepted, makes
            {code: ES21, name: "País Vasco", version: 2016 | {code: ES21, name: "País Vasco", version: 1999 | must be a version of NUTS: 2003, 2006, 2010, 2013, 2016, 2021, 2024
            members: [hegan, aerospace-valley | members: [hegan, nobody | unknown cluster "nobody"
            members: [hegan, aerospace-valley | members: [hegan, hegan | is listed twice
            members: [basque-energy, blue-cluster] | members: [basque-energy] | an alliance has at least two members
            membersA: [secpho, optitec] | membersA: [secpho, foodregio] | a cluster stands on one side only
            {division: "74", group: creative | {division: "74", group: arty | must be one of
            {division: "74", group: creative | {division: "62", group: creative | the knowledge service "62" is in line
            """)
    void what_is_wrong_is_said_where_it_stands(String right, String wrong, String message) {
        String file = DirectoryData.file();
        assertThat(file).contains(right);
        String faulty = file.replaceFirst(Pattern.quote(right), wrong);
        int line = (int) faulty.substring(0, faulty.indexOf(wrong)).lines().count();
        assertThat(notes(faulty)).anySatisfy(note -> {
            assertThat(note.message()).contains(message);
            assertThat(note.line()).isGreaterThanOrEqualTo(line);
            assertThat(note.column()).isPositive();
        });
    }

    @Test
    void a_bad_relatedness_is_refused() {
        assertThat(messages(DirectoryData.file() + RELATED.replace("0.5", "1.5")))
                .containsExactly("must be between 0 and 1");
        assertThat(messages(DirectoryData.file() + RELATED.replace("\"30\"", "\"26\"")))
                .containsExactly("is the same as the first");
        assertThat(messages(DirectoryData.file() + RELATED.replace("\"30\"", "\"44\"")))
                .containsExactly("unknown NACE division \"44\"");
        assertThat(messages(DirectoryData.file()
                        + RELATED.replace("activity", "competence")
                                .replace("\"30\"", "photonics")
                                .replace("\"26\"", "alchemy")))
                .containsExactly("unknown competence \"alchemy\"");
    }

    @Test
    void a_relatedness_names_known_competences_on_both_sides() {
        String competences = RELATED.replace("activity", "competence")
                .replace("\"30\"", "alchemy")
                .replace("\"26\"", "photonics");
        assertThat(messages(DirectoryData.file() + competences)).containsExactly("unknown competence \"alchemy\"");
    }

    @Test
    void a_relatedness_comes_once_whichever_code_comes_first() {
        String twice = RELATED.replace(
                "]\n",
                ", {facet: activity, one: \"26\", other: \"30\", similarity: 0.4, channel: skill,"
                        + " source: nuts-2016, confidence: documented}]\n");
        assertThat(messages(DirectoryData.file() + twice))
                .singleElement()
                .asString()
                .contains("is in line ");
    }

    @Test
    void a_similarity_of_nothing_and_of_all_is_one() {
        assertThat(messages(DirectoryData.file() + RELATED.replace("0.5", "0"))).isEmpty();
        assertThat(messages(DirectoryData.file() + RELATED.replace("0.5", "1"))).isEmpty();
        assertThat(messages(DirectoryData.file() + RELATED.replace("0.5", "-0.1")))
                .containsExactly("must be between 0 and 1");
    }

    @Test
    void a_relatedness_has_no_field_that_there_is_not() {
        assertThat(messages(DirectoryData.file() + RELATED.replace("{facet", "{extra: x, facet")))
                .singleElement()
                .asString()
                .startsWith("there is no such field here");
    }

    @Test
    void a_partnership_across_fields_has_two_sides() {
        assertThat(messages(DirectoryData.file().replaceFirst("membersA: \\[secpho, optitec\\]", "membersA: []")))
                .contains("a partnership across fields needs membersA and membersB");
    }

    private static List<String> messages(String file) {
        return notes(file).stream().map(FileNote::message).toList();
    }

    private static List<FileNote> notes(String file) {
        FileNotes notes = new FileNotes();
        ReferenceDataReader.read(file.getBytes(UTF_8), Map.of(), notes)
                .ifPresent(data -> ReferenceDataRules.check(data, withKeys(KnownEntries.none(), data), notes));
        return notes.inOrder();
    }
}
