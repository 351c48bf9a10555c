package eu.urbact.infocus.registration.call;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.CountedBucket;
import eu.urbact.infocus.registration.seat.SeatBucket;

import static org.assertj.core.api.Assertions.assertThat;

class PromisePolicyTest {

    private static final PromisedSeats.Promised THREE = new PromisedSeats.Promised(2, 1);

    @ParameterizedTest
    @CsvSource({
        "0, 'Of the seats of Porto 1 is held and 3 promised to people whom the city has invited or nominated, so none can be taken away.'",
        "1, 'Of the seats of Porto 1 is held and 3 promised to people whom the city has invited or nominated, so 1 is too few.'",
        "3, 'Of the seats of Porto 1 is held and 3 promised to people whom the city has invited or nominated, so 3 are too few.'"
    })
    void a_bucket_does_not_become_smaller_than_what_is_held_and_promised(int wanted, String why) {
        assertThat(PromisePolicy.shrink(porto(6, 1), THREE, wanted))
                .isEqualTo(Verdict.refused(
                        RegistrationProblem.BUCKET_TOO_SMALL,
                        why + " Decide about them, or set the city an earlier day for giving seats back."));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7})
    void what_nobody_has_been_promised_can_be_taken_away(int wanted) {
        assertThat(PromisePolicy.shrink(porto(6, 1), THREE, wanted)).isEqualTo(Verdict.allowed());
    }

    @Test
    void a_bucket_with_too_few_seats_for_its_promises_may_stay_or_grow_and_not_shrink_further() {
        assertThat(PromisePolicy.shrink(porto(3, 2), THREE, 3)).isEqualTo(Verdict.allowed());
        assertThat(PromisePolicy.shrink(porto(3, 2), THREE, 4)).isEqualTo(Verdict.allowed());
        assertThat(PromisePolicy.shrink(porto(3, 2), THREE, 2))
                .isEqualTo(
                        Verdict.refused(
                                RegistrationProblem.BUCKET_TOO_SMALL,
                                "Of the seats of Porto 2 are held and 3 promised to people whom the city has invited or nominated, so 2 are too few. Decide about them, or set the city an earlier day for giving seats back."));
    }

    @Test
    void where_nothing_is_promised_this_rule_says_nothing() {
        assertThat(PromisePolicy.shrink(porto(6, 6), new PromisedSeats.Promised(0, 0), 0))
                .isEqualTo(Verdict.allowed());
    }

    private static SeatBucket porto(int limit, int held) {
        return CountedBucket.of(BucketCode.city("porto"), "Porto", limit, held);
    }
}
