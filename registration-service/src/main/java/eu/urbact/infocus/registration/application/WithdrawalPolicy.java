package eu.urbact.infocus.registration.application;

import java.time.Instant;
import java.util.Locale;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.chassis.problem.ProblemType;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.Workshop;

/**
 * Until when a person may withdraw: as long as their place could go to somebody else. Who has come has had the place, unless the workshop was
 * moved to other days afterwards: that they came stays written down, and the place is somebody's on these days. After the workshop its figures
 * stay what they are.
 */
public final class WithdrawalPolicy {

    private WithdrawalPolicy() {}

    /**
     * Whether it may be withdrawn at this instant.
     *
     * @param hasCome whether the person has been checked in on a day of the workshop as it is announced
     */
    public static Verdict withdraw(ApplicationState state, boolean hasCome, Workshop workshop, Instant now) {
        if (!state.isLive()) {
            return refused(ended(state));
        }
        if (workshop.isOver(now)) {
            return refused("The workshop is over.");
        }
        return hasCome ? refused("You have been checked in at the workshop.") : Verdict.allowed();
    }

    /**
     * Whether organisers, or the person's city, may still take the place from somebody who has one: as long as the person could withdraw.
     *
     * @param hasCome whether the person has been checked in on a day of the workshop as it is announced
     * @param refusal what it is called where it is refused
     */
    static Verdict takePlace(ProblemType refusal, boolean hasCome, Workshop workshop, Instant now) {
        if (workshop.isOver(now)) {
            return Verdict.refused(refusal, "The workshop is over.");
        }
        return hasCome
                ? Verdict.refused(refusal, "The person has been checked in at the workshop.")
                : Verdict.allowed();
    }

    /**
     * Whether organisers may enter a withdrawal for somebody: as long as the person could withdraw.
     *
     * @param hasCome whether the person has been checked in on a day of the workshop as it is announced
     */
    static Verdict withdrawFor(ApplicationState state, boolean hasCome, Workshop workshop, Instant now) {
        return state.isLive()
                ? takePlace(RegistrationProblem.NOT_WITHDRAWABLE, hasCome, workshop, now)
                : refused(ended(state));
    }

    /**
     * Whether organisers may take a withdrawal back. Nobody comes back beside another application of their own, or into a call that was put away;
     * whom a city has replaced has not withdrawn, and the city has passed their place on.
     *
     * @param replaced whether it is withdrawn because the person's city sends somebody else
     * @param appliedAgain whether the person has a live application to the same call beside it
     * @param archived whether the call was put away
     */
    static Verdict takeBack(
            ApplicationState state,
            boolean replaced,
            boolean appliedAgain,
            boolean archived,
            Workshop workshop,
            Instant now) {
        if (state != ApplicationState.WITHDRAWN) {
            return stands("The person has not withdrawn.");
        }
        if (replaced) {
            return stands("The person's city sends somebody else in their place.");
        }
        if (workshop.isOver(now)) {
            return stands("The workshop is over.");
        }
        if (archived) {
            return stands("The call has been put away, and its workshop may have another one.");
        }
        return appliedAgain
                ? stands("The person has applied again in the meantime; decide about that application.")
                : Verdict.allowed();
    }

    private static Verdict stands(String why) {
        return Verdict.refused(RegistrationProblem.WITHDRAWAL_STANDS, why);
    }

    /** How an application that is not live has ended. */
    static String ended(ApplicationState state) {
        return "The application has been " + state.name().toLowerCase(Locale.ROOT) + ".";
    }

    private static Verdict refused(String why) {
        return Verdict.refused(RegistrationProblem.NOT_WITHDRAWABLE, why);
    }
}
