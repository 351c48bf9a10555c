package eu.urbact.infocus.directory.profile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.table.TableFormat;
import eu.urbact.infocus.chassis.table.TableWriter;
import eu.urbact.infocus.directory.cluster.EccpFields;
import eu.urbact.infocus.directory.profile.ProfileRulesTest.Samples;
import eu.urbact.infocus.directory.reference.TestTaxonomy;

import static org.assertj.core.api.Assertions.assertThat;

class EccpFileTest {

    private static final ProfileContent EMPTY = ProfileContent.named("Optics Porto");

    private static EccpFile.Read read(String file, String clusterId, ProfileContent base) {
        return EccpFile.read(file, clusterId, base, TestTaxonomy.SMALL);
    }

    private static EccpFile.Read read(byte[] file, Optional<String> charset, String clusterId, ProfileContent base) {
        return EccpFile.read(file, charset, clusterId, base, TestTaxonomy.SMALL);
    }

    @Test
    void what_is_downloaded_reads_back_as_it_was() throws IOException {
        ProfileContent content = Samples.with(
                Samples.details("=We lead\n- in light, \"really\"; always", 2008, 40, 40, "https://optics.example"));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (TableWriter table = TableFormat.CSV.open(file, "profile", EccpFile.columns())) {
            table.row(EccpFile.row(content));
        }
        EccpFile.Read read = read(file.toString(StandardCharsets.UTF_8), "optics-porto", EMPTY);
        assertThat(read.errors()).isEmpty();
        assertThat(read.content().details()).isEqualTo(content.details());
        assertThat(read.content().summary()).isEqualTo(content.summary());
        assertThat(file.toString(StandardCharsets.UTF_8)).doesNotContain("Ana").doesNotContain("ana@");
    }

    @ParameterizedTest
    @CsvSource({"','", "';'", "'\t'"})
    void reads_what_spreadsheet_programs_write_and_copy_and_leaves_other_fields(char between) {
        String file = "Cluster name" + between + "Date established" + between + "Formal strategy\r\n" + "Optics"
                + between + "1999" + between + "Yes\r\n\r\n";
        EccpFile.Read read = read(file, "optics-porto", Samples.whole());
        assertThat(read.errors()).isEmpty();
        assertThat(read.content().name()).isEqualTo("Optics");
        assertThat(read.content().details().founded()).isEqualTo(1999);
        assertThat(read.content().details().formalStrategy()).isTrue();
        assertThat(read.content().details().website()).isEqualTo("https://optics.example");
        assertThat(read.content().markets()).isEqualTo(Samples.whole().markets());
    }

    @Test
    void an_empty_cell_empties_its_field() {
        EccpFile.Read read = read("website,networks,members_total\n,,\n", "optics-porto", Samples.whole());
        assertThat(read.content().details().website()).isNull();
        assertThat(read.content().details().networks()).isEmpty();
        assertThat(read.content().details().members().total()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                  | file             | is empty
            website                             | file             | has headings and no values, or values and no headings
            website/a/b                         | file             | line 3: one profile at a time
            website,staff_in_management_team/a  | file             | line 2 has 1 cells, but there are 2 headings
            shoe_size/43                        | file             | column 1 has a heading that is not known: "shoe_size"
            website,Website/a,b                 | website          | is there twice
            date_established/MMVIII             | date_established | must be a whole number
            date_established/99999999           | date_established | must be a whole number
            formal_strategy/perhaps             | formal_strategy  | must be yes or no
            website/"https://a                  | file             | after line 1: quotes are not closed, or something stands behind them
            website/"a"b                        | file             | after line 1: quotes are not closed, or something stands behind them
            """)
    void a_broken_file_is_refused_with_where_and_what(String file, String field, String message) {
        EccpFile.Read read = read(file.replace('/', '\n').replace("https:\n\n", "https://"), "optics-porto", EMPTY);
        assertThat(read.errors()).containsExactly(new FieldError(field, message));
        assertThat(read.content()).isNull();
    }

    @Test
    void a_heading_that_is_not_known_is_quoted_and_not_at_length() {
        assertThat(read("website," + "x".repeat(1_000) + "\u202e\na,b\n", "optics-porto", EMPTY)
                        .errors())
                .containsExactly(new FieldError(
                        "file", "column 2 has a heading that is not known: \"" + "x".repeat(40) + "…\""));
    }

    @Test
    void what_only_the_open_data_of_the_directory_has_is_passed_over() {
        List<String> columns = EccpFields.columnsAnd(EccpFields.DIRECTORY_COLUMNS);
        String values = columns.stream()
                .map(column -> column.equals("strategy") ? "Light for all" : "")
                .collect(Collectors.joining(","))
                .replaceFirst("^", "Optics Norte");
        EccpFile.Read read = read(String.join(",", columns) + "\n" + values + "\n", "optics-porto", Samples.whole());
        assertThat(read.errors()).isEmpty();
        assertThat(read.content().name()).isEqualTo("Optics Norte");
        assertThat(read.content().details().strategy()).isEqualTo("Light for all");
        assertThat(read.content().details().contactRole())
                .isEqualTo(Samples.whole().details().contactRole());
    }

    @Test
    void letters_are_read_as_they_were_written_or_refused() {
        String file = "cluster_name,strategy\nD4,Saúde\n";
        byte[] western = file.getBytes(Charset.forName("windows-1252"));
        byte[] usual = file.getBytes(StandardCharsets.UTF_8);
        assertThat(read(usual, Optional.empty(), "optics-porto", EMPTY)
                        .content()
                        .details()
                        .strategy())
                .isEqualTo("Saúde");
        assertThat(read(western, Optional.of("windows-1252"), "optics-porto", EMPTY)
                        .content()
                        .details()
                        .strategy())
                .isEqualTo("Saúde");
        assertThat(read(western, Optional.empty(), "optics-porto", EMPTY).errors())
                .containsExactly(new FieldError("file", "is not in UTF-8"));
        assertThat(read(usual, Optional.of("US-ASCII"), "optics-porto", EMPTY).errors())
                .containsExactly(new FieldError("file", "is not in the character set that the media type names"));
        for (String unknown : List.of("klingon", "?", "")) {
            assertThat(read(usual, Optional.of(unknown), "optics-porto", EMPTY).errors())
                    .containsExactly(new FieldError("file", "is in a character set that is not known"));
        }
    }

    @Test
    void what_another_platform_writes_in_its_own_way_is_read_as_it_is_meant_and_said_so() {
        EccpFile.Read read = read("""
                website;languages;target_countries;members_total;members_smes;networks
                www.optics.example/en;English, Spanish;Portugal, ES, Niemcy, Česko;1 200;"1,150";EPIC, the European one
                """, "optics-porto", Samples.whole());
        assertThat(read.errors()).isEmpty();
        assertThat(read.content().details().website()).isEqualTo("https://www.optics.example/en");
        assertThat(read.content().details().languages()).containsExactly("English", "Spanish");
        assertThat(read.content().details().targetCountries()).containsExactly("PT", "ES", "DE", "CZ");
        assertThat(read.content().details().members().total()).isEqualTo(1200);
        assertThat(read.content().details().members().smes()).isEqualTo(1150);
        assertThat(read.content().details().networks()).containsExactly("EPIC, the European one");
        assertThat(read.notes())
                .containsExactly(
                        new FieldError("website", "was taken as https://www.optics.example/en"),
                        new FieldError("languages", "was taken as English; Spanish"),
                        new FieldError("members_total", "was taken as 1200"),
                        new FieldError("members_smes", "was taken as 1150"),
                        new FieldError("target_countries", "was taken as PT; ES; DE; CZ"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            website,target_countries/https://optics.example,PT; ES | 0
            languages,members_total/English; Spanish,1200          | 0
            languages/pl; pl;;de                                   | 0
            website/no address                                     | 0
            """)
    void what_is_written_as_it_should_be_needs_no_note(String file, int notes) {
        EccpFile.Read read = read(file.replace('/', '\n').replace("https:\n\n", "https://"), "optics-porto", EMPTY);
        assertThat(read.errors()).isEmpty();
        assertThat(read.notes()).hasSize(notes);
    }

    @ParameterizedTest
    @CsvSource({"'1,20'", "'12 34'", "1.5", "'1 200 members'", "-5"})
    void what_is_no_whole_number_is_not_made_one(String number) {
        assertThat(read("members_total\n\"" + number + "\"\n", "optics-porto", EMPTY)
                        .errors())
                .containsExactly(new FieldError("members_total", "must be a whole number"));
    }

    @ParameterizedTest
    @CsvSource({
        "Portugal, PT",
        "portogallo, PT",
        "Hiszpania, ES",
        "ČESKO, CZ",
        "Czech Republic, CZ",
        "Österreich, AT",
        "usa, US",
        "UK, GB",
        "EL, GR",
        "de, DE",
        "Atlantis,"
    })
    void countries_have_names_in_many_languages(String name, String code) {
        assertThat(CountryNames.code(name)).isEqualTo(Optional.ofNullable(code));
    }

    @Test
    void the_row_of_another_cluster_is_refused_and_the_own_one_taken() {
        assertThat(read("id,strategy\nalpha-rlh,Light\n", "optics-porto", EMPTY).errors())
                .containsExactly(new FieldError(
                        "id", "is the id of another cluster, \"alpha-rlh\"; this one is \"optics-porto\""));
        for (String own : List.of("optics-porto", "")) {
            assertThat(read("id,strategy\n" + own + ",Light\n", "optics-porto", EMPTY)
                            .errors())
                    .isEmpty();
        }
    }

    @Test
    void a_long_description_is_told_by_how_much_it_is_too_long() {
        assertThat(read("description\n" + "x".repeat(700) + "\n", "optics-porto", EMPTY)
                        .errors())
                .containsExactly(new FieldError(
                        "description",
                        "must have at most 600 characters and has 700: say in one or two sentences what the cluster is, and put"
                                + " what is more under strategy"));
        assertThat(read("description\n" + "x".repeat(600) + "\n", "optics-porto", EMPTY)
                        .errors())
                .isEmpty();
    }

    @Test
    void lines_are_counted_as_an_editor_counts_them() {
        assertThat(read("website,strategy\r\na,\"One\r\ntwo\"\r\n\r\nb,c\r\n", "optics-porto", EMPTY)
                        .errors())
                .containsExactly(new FieldError("file", "line 5: one profile at a time"));
        assertThat(read("\nwebsite,strategy\n\na\n", "optics-porto", EMPTY).errors())
                .containsExactly(new FieldError("file", "line 4 has 1 cells, but there are 2 headings"));
    }

    @Test
    void a_huge_file_is_not_read() {
        assertThat(read("x".repeat(100_001), "optics-porto", EMPTY).errors())
                .isEqualTo(List.of(new FieldError("file", "must have at most 100000 characters")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cluster_name;strategy;;;\r\nX Lab;y;;;\r\n",
                "cluster_name;strategy;;;\r\nX Lab;y\r\n",
                "cluster_name;strategy\r\nX Lab;y;;\r\n",
                "cluster_name;strategy\r\nX Lab;y\r\n;\r\n;\r\n",
                ";\r\ncluster_name;strategy\r\n;\r\nX Lab;y\r\n",
                "cluster_name;;strategy\r\nX Lab;;y\r\n",
                "sep=,\r\ncluster_name,strategy\r\nX Lab,y\r\n",
                "\uFEFF\"sep=;\"\r\ncluster_name;strategy\r\nX Lab;y\r\n",
                "SEP=;;\ncluster_name;strategy\nX Lab;y\n",
            })
    void what_spreadsheet_programs_add_is_passed_over(String file) {
        EccpFile.Read read = read(file, "optics-porto", EMPTY);
        assertThat(read.errors()).isEmpty();
        assertThat(read.notes()).isEmpty();
        assertThat(read.content().name()).isEqualTo("X Lab");
        assertThat(read.content().details().strategy()).isEqualTo("y");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cluster_name;/X Lab;y                       | column 2 has a heading that is not known: ""
            cluster_name;strategy/X Lab;y;z             | line 2 has 3 cells, but there are 2 headings
            sep=,/cluster_name,strategy/X Lab           | line 3 has 1 cells, but there are 2 headings
            cluster_name;strategy/X;y/;/Z;z             | line 4: one profile at a time
            sep=,                                       | is empty
            """)
    void a_value_without_a_heading_is_not_passed_over(String file, String message) {
        assertThat(read(file.replace('/', '\n'), "optics-porto", EMPTY).errors())
                .containsExactly(new FieldError("file", message));
    }

    @Test
    void terms_of_the_platform_are_taken_by_their_labels_and_once() {
        EccpFile.Read read = read("""
                languages,emerging_industries,s3_eu_priority_areas
                english; EN; Español; spanish; Klingon,blue GROWTH industries; blue-growth-industries; Bar,eco-innovations; Something new; something NEW
                """, "optics-porto", EMPTY);
        assertThat(read.errors()).isEmpty();
        assertThat(read.content().details().languages()).containsExactly("english", "Español", "Klingon");
        assertThat(read.content().details().emergingIndustries()).containsExactly("Blue growth industries", "Bar");
        assertThat(read.content().details().s3Areas()).containsExactly("Eco-innovations", "Something new");
        assertThat(read.notes())
                .containsExactly(
                        new FieldError("languages", "was taken as english; Español; Klingon"),
                        new FieldError("s3_eu_priority_areas", "was taken as Eco-innovations; Something new"),
                        new FieldError("emerging_industries", "was taken as Blue growth industries; Bar"));
    }

    @ParameterizedTest
    @CsvSource({
        "English, en",
        "PT, pt",
        "português, pt",
        "euskera, eu",
        "Euskara, eu",
        "niemiecki, de",
        "Norsk (bokmål), nb",
        "Castellano, es",
        "Català, ca",
        "Українська, uk",
        "中文, zh",
        "eng, en",
        "DEU, de",
        "ger, de",
        "fre, fr",
        "gre, el",
        "ces, cs",
        "slo, sk",
        "rum, ro",
        "baq, eu",
        "dut, nl",
        "pt-BR, pt",
        "en_GB, en",
        "English (UK), en",
        "vasco, eu",
        "Farsi, fa",
        "Gaelic, gd",
        "klingon,",
        "klingon-DE,",
        "(English), en",
        "(),",
        "xx,",
        "'',"
    })
    void languages_have_names_in_many_languages(String name, String code) {
        assertThat(LanguageNames.code(name)).isEqualTo(Optional.ofNullable(code));
    }
}
