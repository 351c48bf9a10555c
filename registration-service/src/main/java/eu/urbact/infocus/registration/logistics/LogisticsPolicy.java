package eu.urbact.infocus.registration.logistics;

import java.time.Instant;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** Who may say what until when. */
final class LogisticsPolicy {

    /** How many companions a person may bring to one thing. */
    static final int MOST_COMPANIONS = 4;

    private LogisticsPolicy() {}

    /**
     * Whether the person is asked anything.
     *
     * @param freezeAt null as long as the organisers ask nothing
     */
    static Verdict see(ApplicationState state, Instant freezeAt) {
        if (state != ApplicationState.ADMITTED) {
            return Verdict.refused(RegistrationProblem.NOT_ADMITTED, "This is asked of people with a place.");
        }
        if (freezeAt == null) {
            return Verdict.refused(RegistrationProblem.LOGISTICS_NOT_ASKED, "You will get to know when it is.");
        }
        return Verdict.allowed();
    }

    /** Nothing is left to plan once the workshop is over. */
    static Verdict plan(Instant now, Instant workshopEnds) {
        return now.isBefore(workshopEnds)
                ? Verdict.allowed()
                : Verdict.refused(RegistrationProblem.LOGISTICS_OVER, "The workshop is over.");
    }

    /** Places are the person's own affair before the freeze time, exclusively. */
    static Verdict choose(Instant now, Instant freezeAt) {
        return now.isBefore(freezeAt)
                ? Verdict.allowed()
                : Verdict.refused(
                        RegistrationProblem.LOGISTICS_FROZEN,
                        "Ask the organisers for the change; they accept or refuse it.");
    }

    /** From the freeze time on a change is asked for, one at a time. */
    static Verdict requestChange(Instant now, Instant freezeAt, boolean oneIsOpen) {
        if (now.isBefore(freezeAt)) {
            return Verdict.refused(
                    RegistrationProblem.LOGISTICS_NOT_FROZEN, "No request is needed yet: change it yourself.");
        }
        return oneIsOpen
                ? Verdict.refused(
                        RegistrationProblem.CHANGE_REQUEST_OPEN,
                        "The organisers have a request of yours. Take it back first, or wait for the organisers' answer.")
                : Verdict.allowed();
    }

    /** Companions come along only where they are welcome. */
    static Verdict companions(LogisticsOption option, int companions) {
        return companions > 0 && !option.companionsWelcome()
                ? Verdict.refused(
                        RegistrationProblem.COMPANIONS_NOT_POSSIBLE, option.title() + " is for participants only.")
                : Verdict.allowed();
    }
}
