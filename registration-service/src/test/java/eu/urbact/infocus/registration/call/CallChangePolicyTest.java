package eu.urbact.infocus.registration.call;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

import static org.assertj.core.api.Assertions.assertThat;

class CallChangePolicyTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant OPENS = Instant.parse("2016-09-26T07:00:00Z");
    private static final Instant CLOSES = Instant.parse("2016-11-04T17:00:00Z");
    private static final Instant NOW = Instant.parse("2016-10-10T08:00:00Z");

    private final CallForParticipation call = WrittenCall.draft(OPENS, CLOSES);

    @Test
    void a_draft_may_have_other_times_and_not_another_workshop() {
        assertThat(change("w", OPENS.plusSeconds(1), NOW.minusSeconds(1), ZoneId.of("Europe/Lisbon")))
                .isEqualTo(Verdict.allowed());
        assertThat(change("other", OPENS, CLOSES, BERLIN))
                .isEqualTo(refused("A call stays with its workshop. Clone it for another one."));
    }

    @Test
    void of_an_open_call_opening_and_zone_stay() {
        call.open(OPENS);
        Verdict stays = refused("The opening time and the time zone stay as they were published; this call is open.");
        assertThat(change("w", OPENS.plusSeconds(1), CLOSES, BERLIN)).isEqualTo(stays);
        assertThat(change("w", OPENS, CLOSES, ZoneId.of("Europe/Paris"))).isEqualTo(stays);
        assertThat(change("w", OPENS, CLOSES, BERLIN)).isEqualTo(Verdict.allowed());
    }

    @Test
    void an_open_call_closes_at_any_time_that_has_not_come() {
        call.open(OPENS);
        assertThat(change("w", OPENS, NOW.plusMillis(1), BERLIN)).isEqualTo(Verdict.allowed());
        assertThat(change("w", OPENS, NOW, BERLIN))
                .isEqualTo(Verdict.refused(
                        RegistrationProblem.CALL_WINDOW_PASSED,
                        "That closing time has passed. Close the call to end it now, or choose a later time."));
    }

    @Test
    void a_closing_time_that_has_passed_and_stays_is_no_change() {
        call.open(OPENS);
        assertThat(CallChangePolicy.check(call, command("w", OPENS, CLOSES, BERLIN), CLOSES))
                .isEqualTo(Verdict.allowed());
    }

    @Test
    void of_a_closed_call_the_closing_time_stays_too() {
        call.open(OPENS);
        call.close(NOW);
        assertThat(change("w", OPENS, CLOSES, BERLIN)).isEqualTo(Verdict.allowed());
        assertThat(change("w", OPENS, CLOSES.plusSeconds(1), BERLIN))
                .isEqualTo(refused("The call has closed; its closing time stays as it was."));
    }

    @Test
    void of_an_archived_call_everything_stays() {
        call.archive();
        assertThat(change("w", OPENS, CLOSES, BERLIN)).isEqualTo(refused("An archived call is not changed any more."));
    }

    private Verdict change(String workshopSlug, Instant opensAt, Instant closesAt, ZoneId zone) {
        return CallChangePolicy.check(call, command(workshopSlug, opensAt, closesAt, zone), NOW);
    }

    private static DraftCall.Command command(String workshopSlug, Instant opensAt, Instant closesAt, ZoneId zone) {
        return new DraftCall.Command(
                workshopSlug,
                opensAt,
                closesAt,
                zone,
                50,
                "All",
                List.of(),
                List.of(),
                false,
                List.of(),
                List.of(),
                null);
    }

    private static Verdict refused(String detail) {
        return Verdict.refused(RegistrationProblem.CALL_STATE, detail);
    }
}
