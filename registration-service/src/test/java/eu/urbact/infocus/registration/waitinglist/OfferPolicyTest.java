package eu.urbact.infocus.registration.waitinglist;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

import static org.assertj.core.api.Assertions.assertThat;

class OfferPolicyTest {

    private static final Instant START = Instant.parse("2016-11-23T12:30:00Z");
    private static final Settings SETTINGS = new Settings(true, 72, 48);
    private static final Instant DEADLINE = Instant.parse("2016-11-01T08:00:00Z");

    @Test
    void an_offer_ends_after_its_hours() {
        assertThat(OfferPolicy.deadline(SETTINGS, START, Instant.parse("2016-11-01T08:00:00Z")))
                .isEqualTo(Instant.parse("2016-11-04T08:00:00Z"));
    }

    @Test
    void an_offer_never_outlives_the_cut_off() {
        assertThat(OfferPolicy.cutOff(SETTINGS, START)).isEqualTo(Instant.parse("2016-11-21T12:30:00Z"));
        assertThat(OfferPolicy.deadline(SETTINGS, START, Instant.parse("2016-11-20T08:00:00Z")))
                .isEqualTo(Instant.parse("2016-11-21T12:30:00Z"));
    }

    @Test
    void nobody_is_offered_a_seat_from_the_cut_off_on() {
        Instant cutOff = OfferPolicy.cutOff(SETTINGS, START);
        assertThat(OfferPolicy.mayOffer(SETTINGS, START, cutOff.minusMillis(1))).isTrue();
        assertThat(OfferPolicy.mayOffer(SETTINGS, START, cutOff)).isFalse();
        assertThat(OfferPolicy.mayOffer(SETTINGS, START, cutOff.plusMillis(1))).isFalse();
    }

    @Test
    void an_open_offer_can_be_answered_until_its_deadline_and_not_at_it() {
        assertThat(OfferPolicy.answer(OfferState.OPEN, DEADLINE, DEADLINE.minusMillis(1)))
                .isEqualTo(Verdict.allowed());
        assertThat(OfferPolicy.answer(OfferState.OPEN, DEADLINE, DEADLINE)).isInstanceOf(Verdict.Refused.class);
        assertThat(OfferPolicy.answer(OfferState.OPEN, DEADLINE, DEADLINE.plusMillis(1)))
                .isEqualTo(Verdict.refused(
                        RegistrationProblem.OFFER_OVER, "Its deadline has passed. You are on the waiting list again."));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
    void an_offer_that_is_over_cannot_be_answered(OfferState state) {
        assertThat(OfferPolicy.answer(state, DEADLINE, DEADLINE.minusMillis(1))).isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1, FIRST_FIVE",
        "5, FIRST_FIVE",
        "6, FIRST_TEN",
        "10, FIRST_TEN",
        "11, FIRST_TWENTY",
        "20, FIRST_TWENTY",
        "21, FIRST_FIFTY",
        "50, FIRST_FIFTY",
        "51, LATER"
    })
    void a_place_is_told_as_a_band(int place, Band band) {
        assertThat(Band.of(place)).isEqualTo(band);
    }
}
