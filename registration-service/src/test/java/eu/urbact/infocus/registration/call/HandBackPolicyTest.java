package eu.urbact.infocus.registration.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.CountedBucket;
import eu.urbact.infocus.registration.seat.SeatBucket;

import static org.assertj.core.api.Assertions.assertThat;

class HandBackPolicyTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.parse("2016-11-04");
    private static final Instant MIDNIGHT = Instant.parse("2016-11-03T23:00:00Z");

    private static final BucketCode PORTO = BucketCode.city("porto");
    private static final BucketCode BILBAO = BucketCode.city("bilbao");

    private static final SeatBucket OPEN = CountedBucket.of(BucketCode.OPEN, "Open", 5, 0);
    private static final SeatBucket UNTIL = CountedBucket.until(PORTO, "Porto", DAY);
    private static final SeatBucket KEEPS = CountedBucket.of(BILBAO, "Bilbao", 3, 0);

    @Test
    void a_city_hands_back_when_its_day_begins_in_the_zone_of_the_call() {
        assertThat(HandBackPolicy.handsBackAt(List.of(OPEN, KEEPS, UNTIL), PORTO, BERLIN))
                .contains(MIDNIGHT);
        assertThat(HandBackPolicy.handsBackAt(List.of(OPEN, KEEPS, UNTIL), PORTO, ZoneId.of("Europe/Lisbon")))
                .contains(Instant.parse("2016-11-04T00:00:00Z"));
    }

    @Test
    void it_is_due_from_that_very_moment() {
        assertThat(HandBackPolicy.isDue(List.of(OPEN, UNTIL), PORTO, BERLIN, MIDNIGHT.minusMillis(1)))
                .isFalse();
        assertThat(HandBackPolicy.isDue(List.of(OPEN, UNTIL), PORTO, BERLIN, MIDNIGHT))
                .isTrue();
    }

    @Test
    void a_city_without_a_day_keeps_its_seats() {
        assertThat(HandBackPolicy.handsBackAt(List.of(OPEN, UNTIL, KEEPS), BILBAO, BERLIN))
                .isEmpty();
        assertThat(HandBackPolicy.isDue(List.of(OPEN, UNTIL, KEEPS), BILBAO, BERLIN, Instant.MAX))
                .isFalse();
    }

    @Test
    void only_cities_hand_back() {
        SeatBucket contributors = CountedBucket.until(BucketCode.CONTRIBUTORS, "Contributors", DAY);
        assertThat(HandBackPolicy.handsBackAt(List.of(OPEN, contributors), BucketCode.CONTRIBUTORS, BERLIN))
                .isEmpty();
    }

    @Test
    void nothing_is_handed_back_where_no_seats_are_open() {
        assertThat(HandBackPolicy.handsBackAt(List.of(UNTIL, KEEPS), PORTO, BERLIN))
                .isEmpty();
        assertThat(HandBackPolicy.handsBack(List.of(UNTIL, KEEPS), BERLIN)).isFalse();
    }

    @Test
    void one_city_that_hands_back_is_enough_to_speak_of_it() {
        assertThat(HandBackPolicy.handsBack(List.of(OPEN, KEEPS, UNTIL), BERLIN))
                .isTrue();
        assertThat(HandBackPolicy.handsBack(List.of(OPEN, KEEPS), BERLIN)).isFalse();
    }

    @Test
    void a_call_is_opened_before_the_day_of_each_city_and_not_on_it() {
        Instant longAgo = MIDNIGHT.minusSeconds(1_000_000);
        assertThat(HandBackPolicy.opening(List.of(OPEN, KEEPS, UNTIL), BERLIN, longAgo, MIDNIGHT.minusMillis(1)))
                .isEqualTo(Verdict.allowed());
        assertThat(HandBackPolicy.opening(List.of(OPEN, KEEPS, UNTIL), BERLIN, longAgo, MIDNIGHT))
                .isEqualTo(
                        Verdict.refused(
                                RegistrationProblem.HAND_BACK_PASSED,
                                "The seats of Porto would be handed back at once: their day, 4 November 2016, has come. Choose a later day or none, then open the call."));
    }

    @Test
    void what_counts_is_when_people_may_apply() {
        Instant now = MIDNIGHT.minusSeconds(1_000_000);
        assertThat(HandBackPolicy.opening(List.of(OPEN, UNTIL), BERLIN, MIDNIGHT.minusMillis(1), now))
                .isEqualTo(Verdict.allowed());
        assertThat(HandBackPolicy.opening(List.of(OPEN, UNTIL), BERLIN, MIDNIGHT, now))
                .isEqualTo(
                        Verdict.refused(
                                RegistrationProblem.HAND_BACK_PASSED,
                                "The seats of Porto would be handed back at once: their day, 4 November 2016, will have come when people may apply. Choose a later day or none, then open the call."));
    }
}
