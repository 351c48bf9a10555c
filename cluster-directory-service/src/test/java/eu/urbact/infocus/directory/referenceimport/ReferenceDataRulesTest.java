package eu.urbact.infocus.directory.referenceimport;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.yaml.FileNote;
import eu.urbact.infocus.chassis.yaml.FileNotes;
import eu.urbact.infocus.directory.DirectoryData;
import eu.urbact.infocus.directory.cluster.Namesake;
import eu.urbact.infocus.directory.profile.Profiles.TakenName;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ReferenceDataRulesTest {

    @Test
    void everything_that_is_named_must_exist() {
        assertThat(messages(DirectoryData.file().replace("parent: photonics", "parent: fotonics")))
                .contains("unknown competence \"fotonics\"");
        assertThat(messages(DirectoryData.file().replace("city: porto", "city: lisboa")))
                .hasSize(4)
                .allMatch("unknown city \"lisboa\""::equals);
        assertThat(messages(DirectoryData.file().replace("{code: \"74\", weight: 2}", "{code: \"44\", weight: 2}")))
                .containsExactly("unknown NACE division \"44\"");
        assertThat(messages(DirectoryData.file().replace("region: norte", "region: sul")))
                .containsExactly("unknown region \"sul\"");
        assertThat(messages(DirectoryData.file().replace("source: alpha-rlh-journal", "source: hearsay")))
                .containsExactly("unknown source \"hearsay\"");
        assertThat(messages(DirectoryData.file().replace("ecosystems: [textiles, cci]", "ecosystems: [fashion]")))
                .containsExactly("unknown ecosystem \"fashion\"");
    }

    @Test
    void competences_that_tags_name_must_exist() {
        assertThat(messages(DirectoryData.file().replaceFirst("code: iot-connectivity,", "code: alchemy,")))
                .containsExactly("unknown competence \"alchemy\"");
    }

    @Test
    void divisions_that_ecosystems_name_must_exist() {
        assertThat(messages(DirectoryData.file()
                        .replace("divisions: [\"30\", \"25\", \"51\"]", "divisions: [\"30\", \"25\", \"44\"]")))
                .containsExactly("unknown NACE division \"44\"");
    }

    @Test
    void what_the_directory_knows_already_need_not_be_in_the_file() {
        String file = DirectoryData.with("competences: [{id: quantum, parent: photonics, label: Quantum}]\n");
        assertThat(messages(file)).containsExactly("unknown competence \"photonics\"");
        KnownEntries known = known(
                Map.of(Kind.COMPETENCE, Set.of("photonics")),
                Map.of("photonics", Optional.empty()),
                Map.of(),
                Set.of(),
                Map.of(),
                Map.of());
        assertThat(messages(file, known)).isEmpty();
    }

    @Test
    void what_a_city_writes_keeps_its_id() {
        KnownEntries known =
                known(Map.of(), Map.of(), Map.of(), Set.of(), Map.of("hcp", "torino", "mobinov", "porto"), Map.of());
        assertThat(messages(DirectoryData.file(), known))
                .containsExactly("the id \"hcp\" is in use; choose another id");
    }

    @Test
    void an_id_comes_once() {
        assertThat(
                        messages(
                                DirectoryData.with(
                                        "objectives:\n  - {number: 1, label: a}\n  - {number: 2, label: b}\n  - {number: 1, label: c}\n")))
                .containsExactly("the objective \"1\" is in line 5 already");
        assertThat(messages(DirectoryData.file().replace("{id: medical-devices,", "{id: advanced-packaging,")))
                .singleElement()
                .asString()
                .startsWith("the vocabulary term \"advanced-packaging\" is in line ");
        assertThat(messages(DirectoryData.file().replace("source: eccp-panorama-2019, c", "source: hearsay, c")))
                .hasSize(10)
                .allMatch("unknown source \"hearsay\""::equals);
        assertThat(messages(DirectoryData.file().replace("- id: saam\n", "- id: gaia\n")))
                .singleElement()
                .asString()
                .startsWith("the cluster \"gaia\" is in line ");
    }

    @Test
    void nor_does_a_section_or_a_partnership_come_twice() {
        assertThat(messages(DirectoryData.file().replace("  - code: \"B\"\n", "  - code: \"A\"\n")))
                .singleElement()
                .asString()
                .startsWith("the NACE section \"A\" is in line ");
        assertThat(messages(DirectoryData.file().replace("- id: eacp\n", "- id: silicon-europe\n")))
                .singleElement()
                .asString()
                .startsWith("the partnership \"silicon-europe\" is in line ");
    }

    @Test
    void a_circle_is_found_also_when_it_closes_through_what_is_known() {
        KnownEntries known = known(
                Map.of(Kind.COMPETENCE, Set.of("a", "b")),
                Map.of("a", Optional.empty(), "b", Optional.of("a")),
                Map.of(),
                Set.of(),
                Map.of(),
                Map.of());
        assertThat(messages(DirectoryData.with("competences: [{id: a, parent: b, label: A}]\n"), known))
                .containsExactly("the broader terms go round in a circle: a > b > a");
    }

    @Test
    void one_city_leads() {
        assertThat(messages(DirectoryData.file().replaceFirst("role: partner", "role: lead")))
                .containsExactly("the network is led by \"bilbao\" already");
        KnownEntries known = known(Map.of(), Map.of(), Map.of(), Set.of("lisboa"), Map.of(), Map.of());
        assertThat(messages(DirectoryData.file(), known)).containsExactly("the network is led by \"lisboa\" already");
        KnownEntries same = known(Map.of(), Map.of(), Map.of(), Set.of("porto"), Map.of(), Map.of());
        assertThat(messages(DirectoryData.file(), same))
                .as("porto is a partner in the file, so the lead moves")
                .isEmpty();
    }

    @Test
    void a_cluster_is_in_the_country_of_its_city() {
        assertThat(messages(DirectoryData.file()
                        .replaceFirst("city: bilbao\n    country: \"ES\"", "city: bilbao\n    country: \"FR\"")))
                .containsExactly("the city \"bilbao\" is in ES, not in FR");
        String cluster = """
                sources: [{id: s, title: A source, readOn: 2016-10-10}]
                clusters: [{id: c, name: C, kind: sector, city: lisboa, country: ES, summary: S., keywords: k,
                  coding: {source: s, confidence: inferred}}]
                """;
        for (String country : List.of("PT", "ES")) {
            KnownEntries known = known(
                    Map.of(Kind.CITY, Set.of("lisboa")),
                    Map.of(),
                    Map.of(),
                    Set.of(),
                    Map.of(),
                    Map.of("lisboa", country));
            assertThat(messages(DirectoryData.with(cluster), known))
                    .containsExactlyElementsOf(
                            country.equals("ES") ? List.of() : List.of("the city \"lisboa\" is in PT, not in ES"));
        }
    }

    @Test
    void unknown_names_are_said_together_with_what_cannot_be_read() {
        String file = DirectoryData.file()
                .replaceFirst("role: partner", "role: prince")
                .replace("region: norte", "region: sul")
                .replace("- id: saam\n", "- id: Saam\n");
        FileNotes notes = new FileNotes();
        ReferenceData data =
                ReferenceDataReader.read(file.getBytes(UTF_8), Map.of(), notes).orElseThrow();
        ReferenceDataRules.check(data, withKeys(KnownEntries.none(), data), notes);
        assertThat(notes.inOrder().stream().map(FileNote::message).toList())
                .contains(
                        "must be one of lead, partner",
                        "unknown region \"sul\"",
                        "must be small letters, digits and single hyphens, at most 60 characters")
                .noneMatch(message -> message.contains("\"\""));
    }

    @Test
    void a_priority_belongs_to_one_region() {
        assertThat(messages(DirectoryData.file().replace("id: itc1-p1", "id: pt11-p1")))
                .containsExactly("the priority \"pt11-p1\" belongs to the region \"norte\" already");
        KnownEntries known = known(Map.of(), Map.of(), Map.of("itc1-p1", "elsewhere"), Set.of(), Map.of(), Map.of());
        assertThat(messages(DirectoryData.file(), known))
                .containsExactly("the priority \"itc1-p1\" belongs to the region \"elsewhere\" already");
        KnownEntries same = known(Map.of(), Map.of(), Map.of("itc1-p1", "norte"), Set.of(), Map.of(), Map.of());
        assertThat(messages(DirectoryData.file(), same))
                .as("norte gives it up in the same file")
                .isEmpty();
    }

    private static List<String> messages(String file) {
        return messages(file, KnownEntries.none());
    }

    private static List<String> messages(String file, KnownEntries known) {
        FileNotes notes = new FileNotes();
        ReferenceData data = ReferenceDataReader.read(file.getBytes(UTF_8), Map.of(), notes)
                .orElseThrow(() -> new AssertionError(notes.inOrder()));
        ReferenceDataRules.check(data, withKeys(known, data), notes);
        return notes.inOrder().stream().map(FileNote::message).toList();
    }

    /** With a key for each name of the file; the database makes the same of names as simple as these. */
    static KnownEntries withKeys(KnownEntries known, ReferenceData data) {
        Map<String, String> keys = new HashMap<>();
        data.clusters()
                .forEach(cluster ->
                        keys.put(cluster.value().name(), key(cluster.value().name())));
        keys.putAll(known.nameKeys());
        return new KnownEntries(
                known.ids(),
                known.competenceParents(),
                known.priorityRegions(),
                known.leadCities(),
                known.drafts(),
                known.cityCountries(),
                known.regions(),
                known.kept(),
                known.names(),
                keys);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static KnownEntries known(
            Map<Kind, Set<String>> ids,
            Map<String, Optional<String>> parents,
            Map<String, String> priorities,
            Set<String> leads,
            Map<String, String> drafts,
            Map<String, String> countries) {
        return new KnownEntries(
                ids, parents, priorities, leads, drafts, countries, Map.of(), Set.of(), List.of(), Map.of());
    }

    private static KnownEntries namesInLisboa(List<TakenName> names, Map<String, String> keys) {
        return new KnownEntries(
                Map.of(Kind.CITY, Set.of("lisboa")),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                names,
                keys);
    }

    @Test
    void a_city_is_where_its_region_is() {
        assertThat(messages(DirectoryData.file().replace("region: basque-country\n", "region: slaskie\n")))
                .containsExactly("the region \"slaskie\" is in PL, not in ES");
        assertThat(messages(DirectoryData.file().replace("region: basque-country\n", "region: extremadura\n")))
                .containsExactly("no NUTS code of the city lies in the region \"extremadura\", which is ES43");
        assertThat(messages(
                        DirectoryData.file().replace("lat: 49.8225, lon: 19.0444", "lat: 43.263013, lon: -2.934985")))
                .containsExactly("not in PL: latitude must be 49.0 to 54.9 and longitude 14.1 to 24.2");
    }

    @Test
    void a_city_has_one_cluster_of_a_name() {
        assertThat(messages(DirectoryData.file().replace("name: \"Bilbao Urban Solutions\"", "name: \"Gaia\"")))
                .containsExactly("the city \"bilbao\" has a cluster of this name already, \"gaia\"");
        String cluster = """
                sources: [{id: s, title: A source, readOn: 2016-10-10}]
                clusters: [{id: c, name: C!, kind: sector, city: lisboa, country: PT, summary: S., keywords: k,
                  coding: {source: s, confidence: inferred}}]
                """;
        for (TakenName taken : List.of(
                new TakenName("lisboa", "c", new Namesake("d", true), false),
                new TakenName("lisboa", "c", new Namesake("c", false), true),
                new TakenName("porto", "c", new Namesake("d", true), true))) {
            KnownEntries known = namesInLisboa(List.of(taken), Map.of("C!", "c"));
            assertThat(messages(DirectoryData.with(cluster), known))
                    .containsExactlyElementsOf(
                            taken.owner().idInItsCity().equals("d")
                                            && taken.cityId().equals("lisboa")
                                    ? List.of("the city \"lisboa\" has a cluster of this name already, \"d\"")
                                    : List.of());
        }
    }

    @Test
    void a_cluster_keeps_the_name_that_it_has_already_beside_another() {
        String entry = """
                  - {id: %s, name: %s, kind: sector, city: lisboa, country: PT, summary: S., keywords: k,
                     coding: {source: s, confidence: inferred}}
                """;
        String sources = "sources: [{id: s, title: A source, readOn: 2016-10-10}]\nclusters:\n";
        KnownEntries known = namesInLisboa(
                List.of(
                        new TakenName("lisboa", "c", new Namesake("c", true), false),
                        new TakenName("lisboa", "c", new Namesake("written", true), true)),
                Map.of("C!", "c", "D", "d"));
        String same = entry.formatted("c", "C!");
        assertThat(messages(DirectoryData.with(sources + same), known)).isEmpty();
        String refused = "the city \"lisboa\" has a cluster of this name already, \"written\"";
        assertThat(messages(DirectoryData.with(sources + entry.formatted("new", "C!") + same), known))
                .containsExactly(refused);
        // also when that one gives it up in the same file, as the one beside it has it still
        assertThat(messages(
                        DirectoryData.with(sources + entry.formatted("c", "D") + entry.formatted("new", "C!")), known))
                .containsExactly(refused);
        assertThat(messages(
                        DirectoryData.with(sources + entry.formatted("new", "D") + entry.formatted("other", "D")),
                        known))
                .containsExactly("the city \"lisboa\" has a cluster of this name already, \"new\"");
    }

    @Test
    void a_name_of_which_only_the_city_knows_is_refused_without_saying_whose_it_is() {
        String cluster = """
                sources: [{id: s, title: A source, readOn: 2016-10-10}]
                clusters: [{id: c, name: C!, kind: sector, city: lisboa, country: PT, summary: S., keywords: k,
                  coding: {source: s, confidence: inferred}}]
                """;
        TakenName unseen = new TakenName("lisboa", "c", new Namesake("draft", false), true);
        TakenName seen = new TakenName("lisboa", "c", new Namesake("shown", true), false);
        for (List<TakenName> taken : List.of(List.of(unseen), List.of(unseen, seen), List.of(seen, unseen))) {
            KnownEntries known = namesInLisboa(taken, Map.of("C!", "c"));
            assertThat(messages(DirectoryData.with(cluster), known))
                    .containsExactly(
                            taken.size() == 1
                                    ? "the city \"lisboa\" uses this name already"
                                    : "the city \"lisboa\" has a cluster of this name already, \"shown\"");
        }
    }

    @Test
    void a_cluster_that_stays_as_it_is_needs_no_free_name() {
        KnownEntries known = new KnownEntries(
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of("gaia"),
                List.of(
                        new TakenName("bilbao", "gaia", new Namesake("other", true), true),
                        new TakenName("bilbao", "g", new Namesake("gaia", true), false)),
                Map.of());
        assertThat(messages(DirectoryData.file(), known)).isEmpty();
    }
}
