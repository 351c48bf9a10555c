package eu.urbact.infocus.registration.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.AnnouncedWorkshop;
import eu.urbact.infocus.registration.programmeview.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

class CallForParticipationTest {

    private static final Instant OPENS = Instant.parse("2016-09-26T07:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant CLOSES = Instant.parse("2016-11-04T17:00:00Z");

    private final CallForParticipation call = WrittenCall.draft(OPENS, CLOSES);

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
    void of_a_workshop_that_was_moved_to_before_its_closing_it_takes_applications_until_that_begins() {
        Instant begins = Instant.parse("2016-10-12T12:30:00Z");
        Workshop before = AnnouncedWorkshop.of(begins, CLOSES.minusMillis(1), BERLIN);
        call.open(OPENS);
        assertThat(call.follow(before)).isTrue();
        assertThat(call.follow(before)).isFalse();
        assertThat(call.title()).isEqualTo("Workshop");
        assertThat(call.closesAt()).isEqualTo(begins);
        assertThat(call.plannedClosesAt()).isEqualTo(CLOSES);
        assertThat(call.accepts(begins.minusMillis(1))).isInstanceOf(Verdict.Allowed.class);
        assertThat(call.accepts(begins))
                .isEqualTo(Verdict.refused(
                        RegistrationProblem.CALL_NOT_OPEN,
                        "The workshop has begun. No applications are taken any more."));
        assertThat(call.accepts(CLOSES))
                .isEqualTo(Verdict.refused(
                        RegistrationProblem.CALL_NOT_OPEN, "The call has closed. No applications are taken any more."));

        // organisers may have chosen a time within the workshop
        assertThat(call.follow(AnnouncedWorkshop.of(begins, CLOSES, BERLIN))).isTrue();
        assertThat(call.closesAt()).isEqualTo(CLOSES);
    }

    @Test
    void seats_are_handed_back_a_week_before_a_workshop_that_was_brought_forward_and_not_within_a_day() {
        LocalDate agreed = LocalDate.parse("2016-11-20");
        Instant now = Instant.parse("2016-10-10T08:00:00Z");
        assertThat(handBack(agreed, "2016-11-20T12:30:00Z", now)).isEmpty();
        assertThat(handBack(agreed, "2016-11-19T12:30:00Z", now)).contains(LocalDate.parse("2016-11-12"));
        assertThat(handBack(agreed, "2016-10-19T12:30:00Z", now)).contains(LocalDate.parse("2016-10-12"));
        assertThat(handBack(agreed, "2016-10-14T12:30:00Z", now)).contains(LocalDate.parse("2016-10-12"));
        assertThat(handBack(agreed, "2016-10-12T12:30:00Z", now)).contains(LocalDate.parse("2016-10-12"));
        assertThat(handBack(agreed, "2016-10-11T12:30:00Z", now)).isEmpty();
    }

    @Test
    void of_a_call_that_opens_later_no_seats_are_handed_back_before_a_city_could_use_them() {
        LocalDate agreed = LocalDate.parse("2016-11-20");
        Instant opens = Instant.parse("2016-11-01T07:00:00Z");
        Instant now = Instant.parse("2016-10-10T08:00:00Z");
        assertThat(handBack(agreed, opens, "2016-11-19T12:30:00Z", now)).contains(LocalDate.parse("2016-11-12"));
        assertThat(handBack(agreed, opens, "2016-11-05T12:30:00Z", now)).contains(LocalDate.parse("2016-11-03"));
        assertThat(handBack(agreed, opens, "2016-11-03T12:30:00Z", now)).contains(LocalDate.parse("2016-11-03"));
        assertThat(handBack(agreed, opens, "2016-11-02T12:30:00Z", now)).isEmpty();
    }

    private static Optional<LocalDate> handBack(LocalDate agreed, String begins, Instant now) {
        return handBack(agreed, OPENS, begins, now);
    }

    private static Optional<LocalDate> handBack(LocalDate agreed, Instant opens, String begins, Instant now) {
        Instant start = Instant.parse(begins);
        return CallDaysPolicy.handBackBeforeMoved(
                agreed, opens, BERLIN, AnnouncedWorkshop.of(start, start.plusSeconds(3600), BERLIN), now);
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
    void a_call_that_is_closed_once_its_workshop_has_begun_was_not_closed_early() {
        Instant begins = Instant.parse("2016-10-12T12:30:00Z");
        call.open(OPENS);
        call.follow(AnnouncedWorkshop.of(begins, CLOSES.minusMillis(1), BERLIN));
        call.close(begins);
        assertThat(call.closedEarlyAt()).isEmpty();
        assertThat(call.lateFrom()).isEqualTo(begins);
    }

    @Test
    void a_call_that_is_closed_before_its_workshop_begins_was_closed_early() {
        Instant begins = Instant.parse("2016-10-12T12:30:00Z");
        call.open(OPENS);
        call.follow(AnnouncedWorkshop.of(begins, CLOSES.minusMillis(1), BERLIN));
        assertThat(call.lateFrom()).isEqualTo(CLOSES);
        call.close(begins.minusMillis(1));
        assertThat(call.closedEarlyAt()).contains(begins.minusMillis(1));
        assertThat(call.lateFrom()).isEqualTo(begins.minusMillis(1));
    }

    @Test
    void a_call_whose_time_has_passed_cannot_be_opened() {
        assertThat(call.open(CLOSES)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void a_draft_cannot_be_closed() {
        assertThat(call.close(OPENS)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void a_draft_says_that_it_has_not_opened_and_an_open_call_before_its_time_too() {
        Verdict notYet = Verdict.refused(RegistrationProblem.CALL_NOT_OPEN, "The call has not opened yet.");
        assertThat(call.accepts(CLOSES)).isEqualTo(notYet);
        call.open(OPENS.minusSeconds(10));
        assertThat(call.accepts(OPENS.minusMillis(1))).isEqualTo(notYet);
    }

    @Test
    void a_draft_that_comes_too_late_says_whether_it_is_the_workshop_or_the_closing_time() {
        assertThat(call.open(CLOSES))
                .isEqualTo(Verdict.refused(
                        RegistrationProblem.CALL_WINDOW_PASSED,
                        "The closing time of this draft has passed. Choose a later one, then open the call."));
        Instant begins = Instant.parse("2016-10-12T12:30:00Z");
        call.follow(AnnouncedWorkshop.of(begins, CLOSES.minusMillis(1), BERLIN));
        assertThat(call.open(begins))
                .isEqualTo(Verdict.refused(
                        RegistrationProblem.CALL_WINDOW_PASSED, "The workshop has begun: nobody can apply any more."));
        assertThat(call.open(begins.minusMillis(1))).isEqualTo(Verdict.allowed());
    }

    @Test
    void what_was_never_open_is_not_public_by_being_put_away() {
        assertThat(call.isPublic()).isFalse();
        assertThat(call.archive()).isEqualTo(Verdict.allowed());
        assertThat(call.isPublic()).isFalse();
    }

    @Test
    void what_was_open_is_put_away_closed_and_stays_public() {
        call.open(OPENS);
        assertThat(call.archive()).isInstanceOf(Verdict.Refused.class);
        assertThat(call.close(OPENS)).isEqualTo(Verdict.allowed());
        assertThat(call.archive()).isEqualTo(Verdict.allowed());
        assertThat(call.isPublic()).isTrue();
        assertThat(call.archive()).isInstanceOf(Verdict.Refused.class);
    }
}
