package eu.urbact.infocus.registration.call;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.outcome.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class CallForParticipationTest {

    private static final Instant OPENS = Instant.parse("2016-09-26T07:00:00Z");
    private static final Instant CLOSES = Instant.parse("2016-11-04T17:00:00Z");

    private final CallForParticipation call = new CallForParticipation(
            new CallForParticipation.Draft(
                    UUID.randomUUID(),
                    "frankfurt-2016",
                    "Frankfurt",
                    OPENS,
                    CLOSES,
                    ZoneId.of("Europe/Berlin"),
                    50,
                    "All",
                    List.of(),
                    List.of(),
                    false),
            OPENS.minusSeconds(1000));

    @Test
    void a_draft_takes_no_applications() {
        assertThat(call.accepts(OPENS)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void takes_applications_from_its_opening_up_to_but_not_including_its_closing() {
        call.open(OPENS.minusSeconds(10));
        assertThat(call.accepts(OPENS.minusMillis(1))).isInstanceOf(Verdict.Refused.class);
        assertThat(call.accepts(OPENS)).isInstanceOf(Verdict.Allowed.class);
        assertThat(call.accepts(CLOSES.minusMillis(1))).isInstanceOf(Verdict.Allowed.class);
        assertThat(call.accepts(CLOSES)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void a_closed_call_takes_none_and_cannot_be_opened_again() {
        call.open(OPENS);
        call.close(OPENS);
        assertThat(call.accepts(OPENS)).isInstanceOf(Verdict.Refused.class);
        assertThat(call.open(OPENS)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void only_a_call_that_was_closed_before_its_time_says_when() {
        call.open(OPENS);
        assertThat(call.closedEarlyAt()).isEmpty();
        call.close(CLOSES.minusMillis(1));
        assertThat(call.closedEarlyAt()).contains(CLOSES.minusMillis(1));
    }

    @Test
    void a_call_that_is_closed_in_time_was_not_closed_early() {
        call.open(OPENS);
        call.close(CLOSES);
        assertThat(call.closedEarlyAt()).isEmpty();
    }

    @Test
    void a_call_whose_time_has_passed_cannot_be_opened() {
        assertThat(call.open(CLOSES)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void a_draft_cannot_be_closed() {
        assertThat(call.close(OPENS)).isInstanceOf(Verdict.Refused.class);
    }
}
