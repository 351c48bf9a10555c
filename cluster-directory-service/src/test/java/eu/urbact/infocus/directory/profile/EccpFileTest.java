package eu.urbact.infocus.directory.profile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.table.TableFormat;
import eu.urbact.infocus.chassis.table.TableWriter;
import eu.urbact.infocus.chassis.validation.LineEnds;
import eu.urbact.infocus.chassis.validation.TextRules;
import eu.urbact.infocus.directory.cluster.ClusterDetails;
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

    @Test
    void every_text_that_is_downloaded_reads_back_as_it_was() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("EccpFileTest -Dseed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            ClusterDetails details = new ClusterDetails(
                    null,
                    line(random),
                    null,
                    null,
                    line(random),
                    line(random),
                    lines(random),
                    null,
                    lines(random),
                    lines(random),
                    lines(random),
                    null,
                    null,
                    text(random),
                    text(random),
                    text(random),
                    null,
                    null,
                    lines(random),
                    null,
                    line(random));
            ProfileContent content = EMPTY.with("x" + line(random), text(random), details);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            try (TableWriter table = TableFormat.CSV.open(file, "profile", EccpFile.columns())) {
                table.row(EccpFile.row(content));
            }
            String plain = LineEnds.plain(file.toString(StandardCharsets.UTF_8));
            // as it is written, and as browsers send it
            for (String sent : List.of(plain, plain.replace("\n", "\r\n"))) {
                EccpFile.Read read = read(sent, "optics-porto", EMPTY);
                String where = content.details() + ", seed " + seed;
                assertThat(read.errors()).as(where).isEmpty();
                assertThat(read.notes()).as(where).isEmpty();
                assertThat(read.content().details()).as(where).isEqualTo(content.details());
                assertThat(read.content().name()).as(where).isEqualTo(content.name());
                assertThat(read.content().summary()).as(where).isEqualTo(content.summary());
            }
        }
    }

    private static List<String> lines(Random random) {
        return Stream.generate(() -> line(random))
                .limit(random.nextInt(4))
                .filter(line -> !line.contains(";"))
                .toList();
    }

    private static String line(Random random) {
        return Stream.generate(() -> text(random))
                .filter(text -> TextRules.problem(text.strip(), false) == null)
                .findFirst()
                .orElseThrow();
    }

    private static String text(Random random) {
        String[] pieces = {
            "'", "''", "=", "+", "-", "@", "＝", ";", ",", "\t", "\n", " ", "\u00A0", "\u200B", "\"", "a", "ł", "1"
        };
        return Stream.generate(() -> pieces[random.nextInt(pieces.length)])
                .limit(random.nextInt(7))
                .collect(Collectors.joining());
    }

    @Test
    void terms_that_the_profile_has_already_stay_as_they_are_written() {
        ProfileContent base = Samples.with(
                Samples.terms(List.of(), List.of("ECO-innovations"), List.of("blue-growth-industries"), "Office"));
        EccpFile.Read read = read(
                "s3_eu_priority_areas,emerging_industries\nECO-innovations,blue-growth-industries\n",
                "optics-porto",
                base);
        assertThat(read.content().details()).isEqualTo(base.details());
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void the_platforms_own_headings_are_known() {
        EccpFile.Read read = read("""
                Date established;Staff in management team;Cluster excellence label;Other label;Membership of ESCP-4i/S3/4x;Other networks;\
                Management team contacts;Languages;Sectoral industries;Technology fields;S3 EU priority areas;Emerging industries;\
                Members total;SMEs;Start-ups;Large;Research;Other actors;Scale-up facilities;Major players;Strategy text;\
                Formal strategy?;Internationalisation strategy?;Support services;Target countries;Events;Projects
                2008;4;Silver;None;"EPIC; ""NATUREEF"" net";EPIC;Ana;English;Lighting;Optics;Eco-innovations;Blue growth industries;\
                40;30;3;4;2;1;A pilot line;Big Light;We lead in light.;yes;no;Training;ES;;P1
                """, "optics-porto", EMPTY);
        assertThat(read.errors()).isEmpty();
        assertThat(read.content().details())
                .isEqualTo(new ClusterDetails(
                        2008,
                        null,
                        null,
                        4,
                        "Silver",
                        "None",
                        List.of("EPIC", "\"NATUREEF\" net"),
                        List.of("English"),
                        List.of("Lighting"),
                        List.of("Optics"),
                        List.of("Eco-innovations"),
                        List.of("Blue growth industries"),
                        new ClusterDetails.Members(40, 30, 3, 4, 2, 1),
                        "A pilot line",
                        "Big Light",
                        "We lead in light.",
                        true,
                        false,
                        List.of("Training"),
                        List.of("ES"),
                        null));
        assertThat(read.notes())
                .containsExactly(
                        new FieldError("Management team contacts", "was left out: there is no such column here"),
                        new FieldError("Projects", "was left out: there is no such column here"));
    }

    @Test
    void every_column_is_known_by_its_own_key() {
        assertThat(EccpFile.columns()).allSatisfy(column -> assertThat(EccpHeadings.of(column))
                .map(EccpHeadings.Heading::column)
                .contains(column));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Name                                          | cluster_name
            NAME OF THE CLUSTER                           | cluster_name
            year of establishment:                        | date_established
            Founded in                                    | date_established
            Web-site                                      | website
            Number of staff in the management team        | staff_in_management_team
            People in the management team                 | staff_in_management_team
            Membership of ESCP 4i / S3 / 4x               | networks
            European partnerships & networks              | networks
            Other Networks                                | networks
            Sectoral industry                             | sectoral_industries
            Number of members                             | members_total
            Total number of members                       | members_total
            Number of SMEs                                | members_smes
            no. of SME's                                  | members_smes
            of these small and medium-sized enterprises   | members_smes
            Number of start ups                           | members_start_ups
            Startups                                      | members_start_ups
            Number of large companies                     | members_large_companies
            Large enterprises                             | members_large_companies
            Research organizations                        | members_research_organisations
            number of research institutes                 | members_research_organisations
            Other members                                 | members_other
            of these others                               | members_other
            Scale up facilities                           | scale_up_facilities
            Major Players                                 | major_players
            Summary                                       | description
            Strategy                                      | strategy
            Does the cluster have a formal strategy?      | formal_strategy
            Is the strategy written down and adopted?     | formal_strategy
            Internationalization strategy                 | internationalisation_strategy
            Services to members                           | support_services
            Countries of internationalisation             | target_countries
            Whom to ask                                   | contact_role
            Shoe size                                     |
            Strategy and services                         |
            Label                                         |
            Total                                         |
            the                                           |
            ''                                            |
            """)
    void headings_are_read_in_many_spellings(String heading, String column) {
        assertThat(EccpHeadings.of(heading).map(EccpHeadings.Heading::column)).isEqualTo(Optional.ofNullable(column));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Startegy text              | Strategy text
            Membrship of ESCP-4i/S3/4x | Membership of ESCP-4i/S3/4x
            Number of SNEs             | SMEs
            webiste                    | Website
            shoe_size                  |
            ''                         |
            """)
    void the_heading_that_may_be_meant_is_told(String heading, String known) {
        assertThat(EccpHeadings.like(heading)).isEqualTo(Optional.ofNullable(known));
        assertThat(EccpHeadings.like("x".repeat(100_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "14/05/2007",
                "5/14/2007",
                "14.5.2007",
                "14-05-2007",
                "05/2007",
                "05.2007",
                "2007-05-14",
                "2007/5/14",
                "2007-05",
                "2007-05-14T00:00:00Z",
                "2007-05-14 00:00"
            })
    void a_day_of_establishment_is_taken_for_its_year(String day) {
        EccpFile.Read read = read("date_established\n" + day + "\n", "optics-porto", EMPTY);
        assertThat(read.errors()).isEmpty();
        assertThat(read.content().details().founded()).isEqualTo(2007);
        assertThat(read.notes()).containsExactly(new FieldError("date_established", "was taken as 2007"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "14/05/07",
                "31/2007",
                "14/15/2007",
                "2007-13",
                "2007-05-32",
                "0/2007",
                "2007/2008",
                "May",
                "14/05/20071"
            })
    void what_is_no_day_is_not_made_a_year(String day) {
        assertThat(read("date_established\n" + day + "\n", "optics-porto", EMPTY)
                        .errors())
                .containsExactly(
                        new FieldError("date_established", "must be a year such as 2007, or a day such as 14/05/2007"));
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS://WWW.X.PT, https://WWW.X.PT",
        "https://műszer.hu, https://xn--mszer-mgb.hu",
        "műszer.hu/en, https://xn--mszer-mgb.hu/en",
        "www.x.pt, https://www.x.pt"
    })
    void an_address_is_taken_as_it_is_meant(String written, String taken) {
        EccpFile.Read read = read("website\n" + written + "\n", "optics-porto", EMPTY);
        assertThat(read.content().details().website()).isEqualTo(taken);
        assertThat(read.notes()).containsExactly(new FieldError("website", "was taken as " + taken));
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
            date_established/MMVIII             | date_established | must be a year such as 2007, or a day such as 14/05/2007
            date_established/99999999           | date_established | must be a year such as 2007, or a day such as 14/05/2007
            Founded,date_established/1999,1999  | date_established | is there twice
            networks,Networks/a,b               | networks         | is there twice
            Websit/a                            | file             | column 1 has a heading that is not known: "Websit"; the nearest that is known is "Website"
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
        "Bosnia and Herzegovina, BA",
        "Bosnia & Herzegovina, BA",
        "Türkiye, TR",
        "Turkey, TR",
        "Hong Kong, HK",
        "Kosovo, XK",
        "xk, XK",
        "Ivory Coast, CI",
        "Côte d'Ivoire, CI",
        "UAE, AE",
        "'Korea, Republic of', KR",
        "Korea (Republic of), KR",
        "South Korea, KR",
        "'Korea, Democratic People''s Republic of', KP",
        "Russian Federation, RU",
        "Republic of Moldova, MD",
        "Viet Nam, VN",
        "Iran (Islamic Republic of), IR",
        "'Tanzania, United Republic of', TZ",
        "Saint Lucia, LC",
        "St Lucia, LC",
        "Trinidad and Tobago, TT",
        "'Congo, Democratic Republic of the', CD",
        "Republic of the Congo, CG",
        "The Gambia, GM",
        "Slovak Republic, SK",
        "U.S.A., US",
        "U.S., US",
        "'Virgin Islands, U.S.', VI",
        "S.U.,",
        "Saint,",
        "St.Lucia, LC",
        "FYROM, MK",
        "Taiwan, TW",
        "ST, ST",
        "Atlantis,",
        "the,",
        "Korea,",
        "America,"
    })
    void countries_have_names_in_many_languages(String name, String code) {
        assertThat(CountryNames.code(name)).isEqualTo(Optional.ofNullable(code));
    }

    @Test
    void every_country_is_known_by_its_code_and_by_its_names_in_every_language_of_the_network() {
        for (String code : Locale.getISOCountries()) {
            assertThat(CountryNames.code(code)).contains(code);
            Locale country = new Locale.Builder().setRegion(code).build();
            for (String language : CountryNames.LANGUAGES) {
                String name = country.getDisplayCountry(Locale.forLanguageTag(language));
                assertThat(CountryNames.code(name)).as(name).contains(code);
                assertThat(CountryNames.code(name.replace("&", "and"))).as(name).contains(code);
            }
        }
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
