package eu.urbact.infocus.directory.opendata;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.ClusterDetails;
import eu.urbact.infocus.directory.cluster.ClusterKind;
import eu.urbact.infocus.directory.cluster.Figure;
import eu.urbact.infocus.directory.profile.EccpFile;
import eu.urbact.infocus.directory.reference.Confidence;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Provenance;
import eu.urbact.infocus.directory.reference.Tag;
import eu.urbact.infocus.directory.reference.TestTaxonomy;

import static org.assertj.core.api.Assertions.assertThat;

class EccpTableTest {

    private static final Provenance SAID =
            new Provenance("statement", LocalDate.of(2016, 11, 21), Confidence.STATED, false);

    @Test
    void a_profiles_own_words_stand_in_the_platforms_columns() throws IOException {
        ClusterDetails details = new ClusterDetails(
                2008,
                "Association",
                "https://optics.example",
                4,
                "Gold",
                "=cmd()",
                List.of("Photonics21", "EPIC"),
                List.of("Portuguese", "English"),
                List.of("Lighting and electrical equipment"),
                List.of("Optoelectronics"),
                List.of("Advanced manufacturing systems"),
                List.of("Digital industries"),
                new ClusterDetails.Members(41, 30, 5, 2, 3, 1),
                "Two pilot lines",
                "Lumina",
                "We lead;\nin light",
                true,
                false,
                List.of("Training"),
                List.of("BR", "JP"),
                "Ask for the head of Ana's office");

        CSVRecord row = row(Optional.of(details), List.of(members(41)));

        assertThat(row.toMap())
                .containsEntry("cluster_name", "Optics Porto")
                .containsEntry("date_established", "2008")
                .containsEntry("legal_form", "Association")
                .containsEntry("website", "https://optics.example")
                .containsEntry("staff_in_management_team", "4")
                .containsEntry("cluster_excellence_label", "Gold")
                .containsEntry("other_label", "'=cmd()")
                .containsEntry("networks", "Photonics21; EPIC")
                .containsEntry("languages", "Portuguese; English")
                .containsEntry("sectoral_industries", "Lighting and electrical equipment")
                .containsEntry("technology_fields", "Optoelectronics")
                .containsEntry("competences", "Laser sources")
                .containsEntry("s3_eu_priority_areas", "Advanced manufacturing systems")
                .containsEntry("emerging_industries", "Digital industries")
                .containsEntry("members_total", "41")
                .containsEntry("members_smes", "30")
                .containsEntry("members_start_ups", "5")
                .containsEntry("members_large_companies", "2")
                .containsEntry("members_research_organisations", "3")
                .containsEntry("members_other", "1")
                .containsEntry("scale_up_facilities", "Two pilot lines")
                .containsEntry("major_players", "Lumina")
                .containsEntry("strategy", "We lead;\nin light")
                .containsEntry("formal_strategy", "yes")
                .containsEntry("internationalisation_strategy", "no")
                .containsEntry("support_services", "Training")
                .containsEntry("target_countries", "BR; JP")
                .containsEntry("nace_rev_2", "26");
        assertThat(row.toMap().keySet()).noneMatch(column -> column.contains("contact"));
        assertThat(row.toMap().values()).noneMatch(value -> value.contains("Ana"));
    }

    @Test
    void without_a_profile_the_coding_speaks_and_the_rest_stays_empty() throws IOException {
        CSVRecord row = row(Optional.empty(), List.of());

        assertThat(row.toMap())
                .containsEntry("sectoral_industries", "Computers, electronics and optics")
                .containsEntry("technology_fields", "Laser sources")
                .containsEntry("competences", "Laser sources")
                .containsEntry("website", "")
                .containsEntry("formal_strategy", "")
                .containsEntry("members_total", "");
    }

    @Test
    void a_number_stands_beside_how_it_is_meant_and_of_which_year_it_is() throws IOException {
        CSVRecord row = row(
                Optional.empty(),
                List.of(
                        new Figure(Figure.Measure.MEMBERS, 220, Figure.Precision.ABOUT, null, SAID),
                        new Figure(Figure.Measure.JOBS, 3500, Figure.Precision.AT_LEAST, 2021, SAID),
                        new Figure(Figure.Measure.JOBS, 3000, Figure.Precision.EXACT, 2015, SAID)));

        assertThat(row.toMap())
                .containsEntry("members_total", "220")
                .containsEntry("members_total_precision", "about")
                .containsEntry("members_total_as_of", "")
                .containsEntry("jobs", "3500")
                .containsEntry("jobs_precision", "at least")
                .containsEntry("jobs_as_of", "2021");
        assertThat(row(Optional.empty(), List.of(members(41))).toMap())
                .containsEntry("members_total_precision", "exact")
                .containsEntry("members_total_as_of", "2016")
                .containsEntry("jobs", "")
                .containsEntry("jobs_precision", "")
                .containsEntry("jobs_as_of", "");
    }

    @Test
    void the_columns_of_a_downloaded_profile_are_all_there_but_whom_to_ask() {
        assertThat(EccpTable.COLUMNS.subList(0, EccpFile.columns().size() - 1))
                .containsExactlyElementsOf(EccpFile.columns().stream()
                        .filter(column -> !column.equals("contact_role"))
                        .toList());
        assertThat(EccpTable.COLUMNS).doesNotHaveDuplicates();
    }

    private static Figure members(int amount) {
        return new Figure(Figure.Measure.MEMBERS, amount, Figure.Precision.EXACT, 2016, SAID);
    }

    private static CSVRecord row(Optional<ClusterDetails> details, List<Figure> figures) throws IOException {
        ClusterDescription cluster = new ClusterDescription(
                "optics-porto",
                "Optics Porto",
                ClusterKind.CLUSTER_ORGANISATION,
                Optional.empty(),
                "PT",
                "Light.",
                "",
                figures,
                List.of(new Tag(Facet.ACTIVITY, "26", 3, SAID), new Tag(Facet.COMPETENCE, "laser-sources", 3, SAID)),
                details,
                Optional.empty());
        byte[] table = EccpTable.of(
                List.of(cluster), Map.of(), Map.of(), TestTaxonomy.SMALL, new Names("https://portal.example"));
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(new String(table, StandardCharsets.UTF_8).substring(1)))
                .getRecords();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
