package eu.urbact.infocus.registration.meeting;

import java.time.Instant;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** Who may say what they want from the meetings, and until when. */
final class MeetingWishesPolicy {

    private MeetingWishesPolicy() {}

    /** Only people with a place go to meetings. */
    static Verdict see(ApplicationState state) {
        return state == ApplicationState.ADMITTED
                ? Verdict.allowed()
                : Verdict.refused(RegistrationProblem.NOT_ADMITTED, "This is asked of people with a place.");
    }

    /** Until the workshop begins, exclusively: by then the plan of meetings hangs on the wall. */
    static Verdict state(ApplicationState state, Instant now, Instant workshopBegins) {
        if (see(state) instanceof Verdict.Refused refused) {
            return refused;
        }
        return now.isBefore(workshopBegins)
                ? Verdict.allowed()
                : Verdict.refused(RegistrationProblem.MEETINGS_FIXED, "The workshop has begun.");
    }
}
