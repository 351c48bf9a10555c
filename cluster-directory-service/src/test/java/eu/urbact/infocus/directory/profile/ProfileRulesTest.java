package eu.urbact.infocus.directory.profile;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.validation.WebAddress;
import eu.urbact.infocus.directory.cluster.ClusterDetails;
import eu.urbact.infocus.directory.cluster.ClusterKind;
import eu.urbact.infocus.directory.profile.ProfilePolicy.Step;
import eu.urbact.infocus.directory.reference.Scale;
import eu.urbact.infocus.directory.reference.TestTaxonomy;

import static org.assertj.core.api.Assertions.assertThat;

class ProfileRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2016, 11, 24);

    @Test
    void a_whole_profile_can_be_kept_and_submitted() {
        assertThat(check(Samples.whole())).isEmpty();
        assertThat(ProfileRules.missing(Samples.whole())).isEmpty();
    }

    @Test
    void a_name_alone_can_be_kept_and_not_submitted() {
        ProfileContent content = ProfileContent.named("Optics Porto");
        assertThat(check(content)).isEmpty();
        assertThat(ProfileRules.missing(content))
                .extracting(FieldError::field)
                .containsExactly("summary", "activities", "competences", "markets", "details.contactRole");
    }

    @Test
    void codes_that_nobody_knows_or_that_come_twice_are_named_with_their_row() {
        ProfileContent content = Samples.with(
                List.of(new Statement("26", 3, null), new Statement("00", 1, null), new Statement("26", 1, null)),
                List.of(new Statement("photonics", 4, null)),
                List.of(new Statement("86", 2, null)),
                List.of(new Statement("x", 1, null)));
        assertThat(check(content))
                .containsExactly(
                        new FieldError("activities[1].code", "is not a known code"),
                        new FieldError("activities[2].code", "is there twice"),
                        new FieldError("competences[0].level", "must be from 1 to 3"),
                        new FieldError("markets[0].level", "must be 1"),
                        new FieldError("objectives[0].code", "is not a known code"));
    }

    @Test
    void a_source_needs_an_address_and_a_day_that_has_been() {
        ProfileContent content = Samples.with(
                List.of(
                        new Statement("26", 3, new Statement.Document("javascript:alert(1)", TODAY)),
                        new Statement("62", 3, new Statement.Document("https://example.org/a", TODAY.plusDays(1))),
                        new Statement("72", 3, new Statement.Document("https://example.org/a", null)),
                        new Statement("86", 3, new Statement.Document("https://example.org/a", TODAY))),
                List.of(),
                List.of(),
                List.of());
        assertThat(check(content))
                .extracting(FieldError::field)
                .containsExactly(
                        "activities[0].source.url", "activities[1].source.readOn", "activities[2].source.readOn");
    }

    @Test
    void long_texts_control_characters_and_odd_numbers_are_refused() {
        assertThat(check(Samples.with(Samples.details("x".repeat(10_000), 2017, 10, 11, "https://example.org"))))
                .containsExactly(
                        new FieldError("details.founded", "must be a year from 1500 to 2016"),
                        new FieldError("details.members.total", "must not be less than its parts together"),
                        new FieldError("details.strategy", "must have at most 4000 characters"));
        assertThat(check(Samples.with(Samples.details("bell\u0007", 1999, 10, 9, "ftp://example.org"))))
                .containsExactly(
                        new FieldError("details.website", "must be a web address such as https://www.example.org"),
                        new FieldError("details.strategy", "must not hold characters that cannot be shown"));
        // half of a character is no text that can be kept
        assertThat(check(Samples.with(Samples.details("", 1999, 10, 9, "https://example.org/" + (char) 0xD800))))
                .containsExactly(
                        new FieldError("details.website", "must be a web address such as https://www.example.org"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://optics.example/a?b#c, https://optics.example/a?b#c",
        "HTTPS://WWW.X.PT, https://WWW.X.PT",
        "hTTp://x.pt:8080/Saúde, http://x.pt:8080/Saúde",
        "https://műszer.hu, https://xn--mszer-mgb.hu",
        "https://MÜNCHEN.example:444/a, https://xn--mnchen-3ya.example:444/a",
        "https://x.eu:65535/, https://x.eu:65535/",
        "https://x.eu:65536/,",
        "http://[::1]/,",
        "http://[::ffff:127.0.0.1]/,",
        "http://127.0.0.1/,",
        "https://10.0.0.1:8080/a,",
        "https://10.0.0.1.example/, https://10.0.0.1.example/",
        "https://3.x1.pt/, https://3.x1.pt/",
        "http://localhost:8080/,",
        "https://x.,",
        "https://,",
        "https://műszer.hu:x/,",
        "https://www.großstadt.de,",
        "https://www.GROẞSTADT.de,",
        "https://www.xn--grostadt-s1a.de, https://www.xn--grostadt-s1a.de",
        "https://www.grossstadt.de/Straße, https://www.grossstadt.de/Straße",
        "https://κόσμος.example,",
        "https://ana@műszer.hu,",
        "https://ana:secret@x.pt,",
        "https://my host.pt,",
        "https://my_host.pt,",
        "www.x.pt,",
        "javascript:alert(1),",
        "ftp://x.pt,",
    })
    void an_address_is_kept_as_every_browser_takes_it(String written, String kept) {
        assertThat(WebAddress.of(written)).isEqualTo(Optional.ofNullable(kept));
    }

    @Test
    void a_host_that_can_be_two_is_told_as_such() {
        for (String host : List.of("großstadt.de", "κόσμος.example", "a\u200Cb.example", "a\u200Db.example")) {
            assertThat(WebAddress.of("https://" + host)).isEmpty();
            assertThat(check(Samples.with(Samples.details("", 1999, 10, 9, "https://" + host + "/a"))))
                    .containsExactly(new FieldError(
                            "details.website",
                            "must not have ß, ς or an invisible letter in the name of the site, as that can lead to two sites:"
                                    + " write the name in the form that begins with xn--"));
        }
    }

    @Test
    void an_address_that_would_be_kept_too_long_is_none() {
        assertThat(WebAddress.of("https://x.pt/" + "a".repeat(487))).isPresent();
        assertThat(WebAddress.of("https://x.pt/" + "a".repeat(488))).isEmpty();
        assertThat(WebAddress.of("https://ű.pt/" + "a".repeat(487))).isEmpty();
        assertThat(WebAddress.of("https://" + "ű".repeat(80) + ".pt")).isEmpty();
        assertThat(WebAddress.of(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "We lead <b>in light</b>.",
                "one<br/>two",
                "one <BR > two",
                "<img src=x onerror=alert(1)",
                "<svg/onload=alert(1)>",
                "ends </p",
                "<!-- hidden -->",
                "<?php echo 1",
                "<!DOCTYPE html>"
            })
    void what_looks_like_a_tag_is_refused(String text) {
        assertThat(check(Samples.with(Samples.details(text, 1999, 10, 9, "https://example.org"))))
                .containsExactly(new FieldError("details.strategy", "must be plain text, without codes such as <b>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"< 250 employees", "<250 employees", "A<B", "a<b and c>d", "1 <2> 3", "<- see above", "x < y = z"
            })
    void an_angle_bracket_is_no_tag(String text) {
        assertThat(check(Samples.with(Samples.details(text, 1999, 10, 9, "https://example.org"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ask zebra.person@example.org", "Call +351 912 345 678 now"})
    void what_is_published_holds_nobodys_address(String text) {
        String message =
                "must not hold a mail address or a telephone number, as everybody can read it; say who is to be asked in"
                        + " the fields of the contact person, which are not published";
        assertThat(check(Samples.with(Samples.details(text, 1999, 10, 9, "https://example.org"))))
                .containsExactly(new FieldError("details.strategy", message));
        ClusterDetails role = Samples.terms(List.of(), List.of(), List.of(), text);
        assertThat(check(Samples.with(role))).containsExactly(new FieldError("details.contactRole", message));
        assertThat(check(Samples.whole().with(text, text, ClusterDetails.NONE)))
                .containsExactly(new FieldError("name", message), new FieldError("summary", message));
        assertThat(check(Samples.whole().with(new ProfileContent.Contact("Ana, +351 912 345 678", "a@example.org"))))
                .as("the contact person is not published")
                .isEmpty();
    }

    @Test
    void languages_and_emerging_industries_are_known_ones_and_each_comes_once() {
        assertThat(check(Samples.with(Samples.terms(
                        List.of("English", "xx", "klingon"),
                        List.of("Something new", "eco-innovations"),
                        List.of("Blue Growth industries", "Bar"),
                        "Office"))))
                .containsExactly(
                        new FieldError(
                                "details.languages",
                                "\"xx\", \"klingon\": none is a language by its name or its ISO 639 code"),
                        new FieldError(
                                "details.emergingIndustries",
                                "\"Bar\" is not one of the platform's emerging industries"));
        assertThat(check(Samples.with(Samples.terms(
                        List.of("English", "EN"),
                        List.of("eco-innovations", "Eco-Innovations"),
                        List.of("blue-growth-industries", "Blue growth industries"),
                        "Office"))))
                .containsExactly(
                        new FieldError("details.languages", "\"EN\" is there twice"),
                        new FieldError("details.s3Areas", "\"Eco-Innovations\" is there twice"),
                        new FieldError("details.emergingIndustries", "\"Blue growth industries\" is there twice"));
        assertThat(check(Samples.with(Samples.terms(
                        List.of("Deutsch", "pt"), List.of("Anything"), List.of("Blue growth industries"), "Office"))))
                .isEmpty();
    }

    @Test
    void what_is_said_twice_in_a_list_is_kept_once() {
        ClusterDetails twice = EccpFile.read(
                        "languages\npl; pl;;de\n",
                        "optics-porto",
                        ProfileContent.named("Optics Porto"),
                        TestTaxonomy.SMALL)
                .content()
                .details();
        assertThat(twice.languages()).containsExactly("pl", "de");
    }

    @ParameterizedTest
    @CsvSource({
        "someone@example.org, 0",
        "some+one@example.org, 0",
        "'', 0",
        "someone, 1",
        "a b@example.org, 1",
        "'a\u0000b@example.org', 1",
        "=cmd@example.org, 1"
    })
    void a_contact_may_have_a_mail_address(String email, int errors) {
        ProfileContent content = Samples.whole().with(new ProfileContent.Contact("Ana", email));
        assertThat(check(content)).hasSize(errors);
    }

    @Test
    void the_history_names_changed_fields_with_before_and_after_and_keeps_no_person() {
        ProfileContent before = ProfileContent.named("Optics Porto");
        ProfileContent after = Samples.whole();
        List<FieldChange> changes = before.changesTo(after);
        assertThat(changes)
                .contains(
                        new FieldChange("summary", "", "Light for industry."),
                        new FieldChange("activities", "", "26 (3); 72, see https://example.org/report"),
                        new FieldChange("members.total", "", "40"),
                        new FieldChange("contact", null, null))
                .extracting(FieldChange::field)
                .doesNotContain("name", "kind");
        assertThat(changes.toString()).doesNotContain("Ana").doesNotContain("@");
        assertThat(after.changesTo(Samples.whole())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void each_step_is_possible_from_its_states_only(Step step) {
        List<ProfileState> expected =
                switch (step) {
                    case EDIT ->
                        List.of(ProfileState.FORMING, ProfileState.DRAFT, ProfileState.PUBLISHED, ProfileState.STALE);
                    case BEGIN -> List.of(ProfileState.FORMING);
                    case SUBMIT -> List.of(ProfileState.DRAFT);
                    case TAKE_BACK, SEND_BACK, PUBLISH -> List.of(ProfileState.SUBMITTED);
                    case CONFIRM -> List.of(ProfileState.PUBLISHED, ProfileState.STALE);
                    case DISCARD -> List.of(ProfileState.FORMING, ProfileState.DRAFT);
                };
        assertThat(Arrays.stream(ProfileState.values())
                        .filter(state -> ProfilePolicy.allows(step, state) instanceof Verdict.Allowed))
                .containsExactlyElementsOf(expected);
    }

    private static List<FieldError> check(ProfileContent content) {
        return ProfileRules.check(content, TestTaxonomy.SMALL, TODAY);
    }

    /** Profiles to change one thing in. */
    static final class Samples {

        private Samples() {}

        static ProfileContent whole() {
            return of(
                    details("We lead\nin light.", 2008, 40, 40, "https://optics.example"),
                    List.of(
                            new Statement("26", 3, null),
                            new Statement(
                                    "72",
                                    1,
                                    new Statement.Document("https://example.org/report", LocalDate.of(2016, 5, 1)))),
                    List.of(new Statement("laser-sources", 3, null)),
                    List.of(new Statement("86", 1, null)),
                    List.of(new Statement("9", 1, null)));
        }

        static ProfileContent with(ClusterDetails details) {
            return of(details, List.of(), List.of(), List.of(), List.of());
        }

        static ProfileContent with(
                List<Statement> activities,
                List<Statement> competences,
                List<Statement> markets,
                List<Statement> objectives) {
            return of(ClusterDetails.NONE, activities, competences, markets, objectives);
        }

        static ClusterDetails details(String strategy, int founded, int total, int smes, String website) {
            return new ClusterDetails(
                    founded,
                    "Association",
                    website,
                    4,
                    null,
                    null,
                    List.of("EPIC"),
                    List.of("English", "Portuguese"),
                    List.of("Lighting and electrical equipment"),
                    List.of("Optics"),
                    null,
                    null,
                    new ClusterDetails.Members(total, smes, 3, 0, 0, null),
                    null,
                    null,
                    strategy,
                    true,
                    null,
                    List.of("Training"),
                    List.of("ES", "BR"),
                    "International office");
        }

        static ClusterDetails terms(
                List<String> languages, List<String> s3Areas, List<String> emergingIndustries, String contactRole) {
            return new ClusterDetails(
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    languages,
                    null,
                    null,
                    s3Areas,
                    emergingIndustries,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    contactRole);
        }

        private static ProfileContent of(
                ClusterDetails details,
                List<Statement> activities,
                List<Statement> competences,
                List<Statement> markets,
                List<Statement> objectives) {
            return new ProfileContent(
                    "Optics Porto",
                    ClusterKind.CLUSTER_ORGANISATION,
                    "Light for industry.",
                    "optics",
                    Scale.NATIONAL,
                    1200,
                    null,
                    null,
                    details,
                    activities,
                    competences,
                    markets,
                    objectives,
                    new ProfileContent.Contact("Ana Silva", "ana@example.org"));
        }
    }
}
