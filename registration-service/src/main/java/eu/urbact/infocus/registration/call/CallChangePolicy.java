package eu.urbact.infocus.registration.call;

import java.time.Instant;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/**
 * What may still be changed about a call: everything while it is a draft; once people rely on it, no more its workshop, its opening
 * and its zone, and once it is closed not its closing time either. A call that is sent back as it was read is not changed.
 */
final class CallChangePolicy {

    private CallChangePolicy() {}

    static Verdict check(CallForParticipation call, DraftCall.Command wanted, Instant now) {
        if (call.state() == CallState.ARCHIVED) {
            return Verdict.refused(RegistrationProblem.CALL_STATE, "An archived call is not changed any more.");
        }
        if (!call.workshopSlug().equals(wanted.workshopSlug())) {
            return Verdict.refused(
                    RegistrationProblem.CALL_STATE, "A call stays with its workshop. Clone it for another one.");
        }
        if (call.state() == CallState.DRAFT) {
            return Verdict.allowed();
        }
        if (!call.opensAt().equals(wanted.opensAt()) || !call.zone().equals(wanted.zone())) {
            return Verdict.refused(
                    RegistrationProblem.CALL_STATE,
                    "The opening time and the time zone stay as they were published; this call is "
                            + call.state().words() + ".");
        }
        boolean sameClosing = call.closesAsBefore(wanted.closesAt());
        if (call.state() == CallState.CLOSED && !sameClosing) {
            return Verdict.refused(
                    RegistrationProblem.CALL_STATE, "The call has closed; its closing time stays as it was.");
        }
        if (!sameClosing && !now.isBefore(wanted.closesAt())) {
            return Verdict.refused(
                    RegistrationProblem.CALL_WINDOW_PASSED,
                    "That closing time has passed. Close the call to end it now, or choose a later time.");
        }
        return Verdict.allowed();
    }
}
