package eu.urbact.infocus.registration.application;

import java.time.Instant;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.Workshop;

/**
 * When a person may change what they have sent in: as long as the call takes applications and nobody has decided. Afterwards everybody is
 * compared by what they had said at the same moment; only how they and their organisation are called can be put right until the workshop
 * is over, because badges, lists and certificates are printed from it.
 */
public final class EditingPolicy {

    private EditingPolicy() {}

    /** Whether it may be changed at this instant. */
    public static Verdict edit(ApplicationState state, CallForParticipation call, Instant now) {
        if (state != ApplicationState.SUBMITTED) {
            return Verdict.refused(
                    RegistrationProblem.NOT_EDITABLE,
                    state == ApplicationState.WITHDRAWN
                            ? "The application has been withdrawn."
                            : "The organisers have decided about the application.");
        }
        return call.accepts(now) instanceof Verdict.Allowed
                ? Verdict.allowed()
                : Verdict.refused(RegistrationProblem.NOT_EDITABLE, "The call has closed.");
    }

    /** Whether name, organisation and position may be put right at this instant; nobody is admitted or declined for them. */
    public static Verdict correct(Workshop workshop, Instant now) {
        return workshop.isOver(now)
                ? Verdict.refused(RegistrationProblem.NOT_EDITABLE, "The workshop is over.")
                : Verdict.allowed();
    }
}
