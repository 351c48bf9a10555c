package eu.urbact.infocus.registration.applicationimport;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.call.CallState;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** Into which calls applications may be brought: those that people can know of, also after the closing time, until the workshop is over. */
final class ImportPolicy {

    private ImportPolicy() {}

    static Verdict into(CallState state, boolean workshopOver) {
        return switch (state) {
            case OPEN, CLOSED ->
                workshopOver
                        ? Verdict.refused(
                                RegistrationProblem.CALL_NOT_OPEN, "The workshop is over: nobody can apply any more.")
                        : Verdict.allowed();
            case DRAFT, ARCHIVED ->
                Verdict.refused(
                        RegistrationProblem.CALL_STATE,
                        "Applications are brought into an open or a closed call; this call is " + state.words() + ".");
        };
    }
}
