package eu.urbact.infocus.registration.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/**
 * Which decision is possible in which state. A decision can be mended as long as nobody has withdrawn: an admitted person can be
 * put on the waiting list or declined, a declined one admitted after all, until the attendance lists are final.
 */
public final class DecisionPolicy {

    private static final Map<Decision, Set<ApplicationState>> POSSIBLE_FROM = Map.of(
            Decision.ADMIT,
                    EnumSet.of(ApplicationState.SUBMITTED, ApplicationState.WAITLISTED, ApplicationState.DECLINED),
            Decision.WAITLIST,
                    EnumSet.of(ApplicationState.SUBMITTED, ApplicationState.ADMITTED, ApplicationState.DECLINED),
            Decision.DECLINE,
                    EnumSet.of(ApplicationState.SUBMITTED, ApplicationState.ADMITTED, ApplicationState.WAITLISTED));

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private DecisionPolicy() {}

    /** Also after the call has closed: organisers decide when they have read everything. */
    public static Verdict check(ApplicationState state, Decision decision, ReasonCode reason) {
        if (!POSSIBLE_FROM.get(decision).contains(state)) {
            return Verdict.refused(RegistrationProblem.DECISION_NOT_POSSIBLE, why(state));
        }
        if (decision == Decision.DECLINE && reason == null) {
            return Verdict.refused(RegistrationProblem.REASON_MISSING, "Choose a reason.");
        }
        return Verdict.allowed();
    }

    /**
     * Nothing is decided any more about an application that has ended when the person has applied again.
     *
     * @param appliedAgain whether the person has a live application to the same call beside it
     */
    public static Verdict counts(boolean appliedAgain) {
        return appliedAgain
                ? Verdict.refused(
                        RegistrationProblem.DECISION_NOT_POSSIBLE,
                        "The person has applied again in the meantime; decide about that application.")
                : Verdict.allowed();
    }

    /**
     * Nobody is told that they came too late who applied while the call took applications. Other reasons are the organisers' to judge.
     *
     * @param reason the reason that organisers give, or null
     * @param call the application's
     */
    public static Verdict trueOf(Instant appliedAt, ReasonCode reason, CallForParticipation call) {
        if (reason != ReasonCode.LATE) {
            return Verdict.allowed();
        }
        return appliedAt.isBefore(call.lateFrom())
                ? Verdict.refused(
                        RegistrationProblem.REASON_NOT_TRUE,
                        "The application arrived before the call closed. Choose another reason.")
                : Verdict.allowed();
    }

    /**
     * Whether somebody can be given a place at this instant. Who has a place stands in the lists of those who came and who did not, and
     * these are evidence once they are final.
     */
    static Verdict givePlace(Instant listsFinalFrom, ZoneId zone, Instant now) {
        return now.isBefore(listsFinalFrom)
                ? Verdict.allowed()
                : Verdict.refused(
                        RegistrationProblem.ATTENDANCE_SETTLED,
                        "The attendance lists of this workshop have been final since %s. Nobody is given a place any more."
                                .formatted(DAY.format(LocalDate.ofInstant(listsFinalFrom, zone))));
    }

    private static String why(ApplicationState state) {
        return switch (state) {
            case SUBMITTED -> "The application waits for a decision already.";
            case ADMITTED -> "The application is admitted already.";
            case WAITLISTED -> "The application is on the waiting list already.";
            case OFFERED ->
                "A place from the waiting list is held for this person until they answer. To decide yourself, take the offer back"
                        + " first. So that the place does not go to the next on the list, suspend the list before.";
            case DECLINED -> "The application is declined already.";
            case WITHDRAWN -> "The application has been withdrawn already.";
        };
    }
}
