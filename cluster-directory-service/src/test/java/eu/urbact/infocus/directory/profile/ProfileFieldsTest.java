package eu.urbact.infocus.directory.profile;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.directory.cluster.ClusterDetails;
import eu.urbact.infocus.directory.cluster.ClusterKind;
import eu.urbact.infocus.directory.profile.ProfileRulesTest.Samples;
import eu.urbact.infocus.directory.reference.TestTaxonomy;

import static org.assertj.core.api.Assertions.assertThat;

/** That no field of a profile is left out by the rules: almost all of them become open data. */
class ProfileFieldsTest {

    private static final LocalDate TODAY = LocalDate.of(2016, 10, 10);

    @Test
    void no_field_takes_codes() {
        String tag = "<b>x</b>";
        assertThat(check(profile(tag, details(tag, null, List.of(tag)), null, tag)))
                .extracting(FieldError::field)
                .containsExactly(
                        "name",
                        "summary",
                        "keywords",
                        "details.legalForm",
                        "details.excellenceLabel",
                        "details.otherLabel",
                        "details.networks",
                        "details.languages",
                        "details.sectoralIndustries",
                        "details.technologyFields",
                        "details.s3Areas",
                        "details.emergingIndustries",
                        "details.scaleUpFacilities",
                        "details.majorPlayers",
                        "details.strategy",
                        "details.services",
                        "details.targetCountries",
                        "details.contactRole",
                        "contact.name");
    }

    @Test
    void no_field_but_the_contact_person_takes_an_address() {
        String address = "ana@example.org";
        assertThat(check(profile(address, details(address, 1, List.of(address)), 1, address)))
                .filteredOn(error -> error.message().startsWith("must not hold a mail address"))
                .hasSize(18)
                .extracting(FieldError::field)
                .doesNotContain("contact.name");
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "1000000, false", "1000001, true"})
    void every_number_has_its_limits(int number, boolean refused) {
        ClusterDetails details = details(null, number, List.of());
        List<FieldError> numbers = each(
                "must be a number from 0 to 1000000",
                "jobs",
                "details.staff",
                "details.members.total",
                "details.members.smes",
                "details.members.startUps",
                "details.members.largeCompanies",
                "details.members.researchOrganisations",
                "details.members.others");
        assertThat(check(profile("x", details, number, "Ana")))
                .filteredOn(error -> error.message().startsWith("must be a number"))
                .containsExactlyElementsOf(refused ? numbers : List.of());
    }

    @ParameterizedTest
    @CsvSource({"30, false", "31, true"})
    void every_list_has_at_most_30_entries(int entries, boolean refused) {
        List<String> list = IntStream.range(0, entries).mapToObj(i -> "x" + i).toList();
        List<FieldError> lists = each(
                "must be at most 30",
                "details.networks",
                "details.languages",
                "details.sectoralIndustries",
                "details.technologyFields",
                "details.s3Areas",
                "details.emergingIndustries",
                "details.services",
                "details.targetCountries");
        assertThat(check(listing(list)))
                .filteredOn(error -> error.message().startsWith("must be at most"))
                .containsExactlyElementsOf(refused ? lists : List.of());
    }

    @Test
    void statements_are_at_most_30() {
        List<Statement> many = Collections.nCopies(31, new Statement("26", 1, null));
        assertThat(check(Samples.with(many, many, many, many)))
                .isEqualTo(each("must be at most 30", "activities", "competences", "markets", "objectives"));
        List<Statement> most = Collections.nCopies(30, new Statement("26", 1, null));
        assertThat(check(Samples.with(most, List.of(), List.of(), List.of())))
                .hasSize(29)
                .extracting(FieldError::message)
                .containsOnly("is there twice");
    }

    @Test
    void an_entry_of_a_list_holds_no_semicolon_and_is_complained_about_once() {
        assertThat(check(listing(List.of("a;b", "c;d"))))
                .filteredOn(error -> error.field().equals("details.networks"))
                .containsExactly(new FieldError("details.networks", "one to a line, without semicolons"));
        assertThat(check(listing(List.of("<b>", "<b>;"))))
                .filteredOn(error -> error.field().equals("details.networks"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1499, true", "1500, false", "2016, false", "2017, true"})
    void a_cluster_was_founded_since_1500_and_until_this_year(int year, boolean refused) {
        assertThat(check(founded(year, "https://example.org")))
                .isEqualTo(
                        refused
                                ? List.of(new FieldError("details.founded", "must be a year from 1500 to 2016"))
                                : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "1999-12-31, must not be before the year 2000",
        "2000-01-01,",
        "2016-10-10,",
        "2016-10-11, must not be in the future"
    })
    void a_source_was_read_in_our_century_and_not_after_today(LocalDate readOn, String message) {
        Statement.Document source = new Statement.Document("https://example.org/a", readOn);
        assertThat(check(Samples.with(List.of(new Statement("26", 3, source)), List.of(), List.of(), List.of())))
                .isEqualTo(
                        message == null ? List.of() : List.of(new FieldError("activities[0].source.readOn", message)));
    }

    @Test
    void texts_are_as_long_as_they_may_be_and_not_longer() {
        assertThat(check(profile("x".repeat(200), ClusterDetails.NONE, 1, "x".repeat(200))))
                .isEmpty();
        assertThat(check(profile("x".repeat(201), ClusterDetails.NONE, 1, "x".repeat(201))))
                .containsExactly(
                        new FieldError("name", "must have at most 200 characters"),
                        new FieldError("contact.name", "must have at most 200 characters"));
        assertThat(check(profile("x".repeat(601), ClusterDetails.NONE, 1, "x")))
                .contains(
                        new FieldError("summary", "must have at most 600 characters"),
                        new FieldError("keywords", "must have at most 600 characters"));
    }

    @Test
    void an_address_that_is_too_long_says_how_long_it_may_be() {
        String start = "https://example.org/";
        assertThat(check(founded(1999, start + "x".repeat(480)))).isEmpty();
        assertThat(check(founded(1999, start + "x".repeat(481))))
                .containsExactly(new FieldError("details.website", "must have at most 500 characters"));
    }

    @Test
    void countries_of_internationalisation_are_known_ones() {
        ClusterDetails details = ClusterDetails.NONE.with(null, List.of("PT", "XX", "Portugal"));
        assertThat(check(Samples.with(details)))
                .containsExactly(
                        new FieldError(
                                "details.targetCountries",
                                "\"XX\", \"Portugal\": none is a country that is known: write a name such as Portugal, or a code such as PT"));
    }

    @Test
    void a_profile_has_a_name_and_a_kind() {
        ProfileContent nobody =
                new ProfileContent("", null, null, null, null, null, null, null, null, null, null, null, null, null);
        assertThat(check(nobody))
                .containsExactly(
                        new FieldError("name", "must not be blank"), new FieldError("kind", "must not be blank"));
    }

    private static List<FieldError> check(ProfileContent content) {
        return ProfileRules.check(content, TestTaxonomy.SMALL, TODAY);
    }

    private static List<FieldError> each(String message, String... fields) {
        return Stream.of(fields).map(field -> new FieldError(field, message)).toList();
    }

    /** A profile whose lists all say this. */
    private static ProfileContent listing(List<String> entries) {
        return profile("x", details(null, 1, entries), 1, "Ana");
    }

    private static ProfileContent founded(int year, String website) {
        return Samples.with(Samples.details("", year, 10, 9, website));
    }

    private static ProfileContent profile(String text, ClusterDetails details, Integer number, String contact) {
        return new ProfileContent(
                text,
                ClusterKind.CLUSTER_ORGANISATION,
                text,
                text,
                null,
                number,
                null,
                null,
                details,
                null,
                null,
                null,
                null,
                new ProfileContent.Contact(contact, ""));
    }

    private static ClusterDetails details(String text, Integer number, List<String> list) {
        return new ClusterDetails(
                null,
                text,
                null,
                number,
                text,
                text,
                list,
                list,
                list,
                list,
                list,
                list,
                new ClusterDetails.Members(number, number, number, number, number, number),
                text,
                text,
                text,
                null,
                null,
                list,
                list,
                text);
    }
}
