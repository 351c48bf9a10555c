package eu.urbact.infocus.registration.call;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.AnnouncedWorkshop;
import eu.urbact.infocus.registration.programmeview.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

class ArchivingPolicyTest {

    private static final Instant END = Instant.parse("2016-11-25T13:00:00Z");
    private static final Workshop WORKSHOP = AnnouncedWorkshop.until(END);
    private static final PeopleOfCall.Relying NOBODY = new PeopleOfCall.Relying(0, 0, 0, 0, 0);

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 0, 0, 1 has a place",
        "0, 1, 0, 0, 0, 1 is offered one",
        "0, 0, 1, 0, 0, 1 is on the waiting list",
        "0, 0, 0, 1, 0, 1 waits for a decision",
        "0, 0, 0, 0, 1, 1 can still answer an invitation",
        "5, 4, 3, 2, 6, '5 have a place, 4 are offered one, 3 are on the waiting list, 2 wait for a decision, 6 can still answer an invitation'"
    })
    void whoever_relies_on_a_call_keeps_it_until_its_workshop_is_over(
            long admitted, long offered, long waiting, long undecided, long invited, String who) {
        PeopleOfCall.Relying people = new PeopleOfCall.Relying(admitted, offered, waiting, undecided, invited);
        assertThat(ArchivingPolicy.archive(people, WORKSHOP, END.minusMillis(1)))
                .isEqualTo(
                        Verdict.refused(
                                RegistrationProblem.CALL_HAS_PEOPLE,
                                "People rely on this call: " + who
                                        + ". It can be put away when the workshop is over, or when there is nobody left: decline those who have applied, and let the cities take back their invitations."));
        assertThat(ArchivingPolicy.archive(people, WORKSHOP, END)).isEqualTo(Verdict.allowed());
        assertThat(ArchivingPolicy.draftAfter(people))
                .isEqualTo(Verdict.refused(
                        RegistrationProblem.CALL_HAS_PEOPLE,
                        "People rely on an earlier call of this workshop, which has been put away: " + who
                                + ". Nobody can have two applications for one workshop."));
    }

    @Test
    void a_call_without_anybody_is_put_away_at_any_time_and_followed_by_another() {
        assertThat(ArchivingPolicy.archive(NOBODY, WORKSHOP, END.minusMillis(1)))
                .isEqualTo(Verdict.allowed());
        assertThat(ArchivingPolicy.draftAfter(NOBODY)).isEqualTo(Verdict.allowed());
    }
}
