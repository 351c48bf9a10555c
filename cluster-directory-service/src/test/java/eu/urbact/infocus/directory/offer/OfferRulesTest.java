package eu.urbact.infocus.directory.offer;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.directory.reference.Taxonomy;
import eu.urbact.infocus.directory.reference.TestTaxonomy;

import static org.assertj.core.api.Assertions.assertThat;

class OfferRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2016, 11, 24);
    private static final Taxonomy TAXONOMY = TestTaxonomy.SMALL;

    @Test
    void takes_what_says_everything() {
        assertThat(check(new OfferDraft(
                        OfferKind.NEED, "A partner for <5 trials\nin hospitals", "photonics", "26", TODAY)))
                .isEmpty();
        assertThat(check(new OfferDraft(OfferKind.OFFER, "Clean room", " ", "26", TODAY.plusMonths(12))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, must not be in the past", "366, must be within 12 months"})
    void refuses_a_day_that_has_passed_and_one_too_far(int days, String message) {
        assertThat(check(new OfferDraft(OfferKind.OFFER, "Clean room", "photonics", null, TODAY.plusDays(days))))
                .containsExactly(new FieldError("expiresOn", message));
    }

    @Test
    void a_text_has_at_most_1000_characters() {
        assertThat(check(new OfferDraft(OfferKind.OFFER, "x".repeat(1000), "photonics", null, TODAY)))
                .isEmpty();
        assertThat(check(new OfferDraft(OfferKind.OFFER, "x".repeat(1001), "photonics", null, TODAY)))
                .containsExactly(new FieldError("text", "must have at most 1000 characters"));
    }

    @Test
    void names_every_field_that_is_wrong() {
        assertThat(check(new OfferDraft(null, "  ", null, null, null)))
                .containsExactly(
                        new FieldError("kind", "must be OFFER or NEED"),
                        new FieldError("text", "must not be blank"),
                        new FieldError("competence", "choose a competence or an economic activity"),
                        new FieldError("expiresOn", "must not be blank"));
        assertThat(check(new OfferDraft(OfferKind.OFFER, "x".repeat(10_000), "alchemy", "00", TODAY)))
                .containsExactly(
                        new FieldError("text", "must have at most 1000 characters"),
                        new FieldError("competence", "is not a known competence"),
                        new FieldError("activity", "is not a known NACE division"));
        assertThat(check(new OfferDraft(OfferKind.OFFER, "bell\u0007", "photonics", null, TODAY)))
                .containsExactly(new FieldError("text", "must not hold characters that cannot be shown"));
        assertThat(check(new OfferDraft(OfferKind.OFFER, "<b>x</b>", "photonics", null, TODAY)))
                .containsExactly(new FieldError("text", "must be plain text, without codes such as <b>"));
        for (String address : List.of("Write to zebra@example.org", "or call +351 912 345 678")) {
            assertThat(check(new OfferDraft(OfferKind.OFFER, address, "photonics", null, TODAY)))
                    .containsExactly(new FieldError(
                            "text",
                            "must not hold a mail address or a telephone number, as everybody can read it; whoever is interested"
                                    + " proposes a cooperation"));
        }
    }

    private static List<FieldError> check(OfferDraft draft) {
        return OfferRules.check(draft, TODAY, TAXONOMY);
    }
}
