package eu.urbact.infocus.registration.delegation;

import java.time.Duration;
import java.time.Instant;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** When a city may invite and remind, and when an invitation can be answered. */
final class InvitationPolicy {

    private static final Duration BETWEEN_REMINDERS = Duration.ofDays(1);

    private InvitationPolicy() {}

    /** Nobody is asked to come for whom there would be no seat. */
    static Verdict invite(int limit, int held, long open) {
        return held + open < limit
                ? Verdict.allowed()
                : Verdict.refused(
                        RegistrationProblem.DELEGATION_FULL,
                        "The city has %d seats: %d are taken and %d are promised by open invitations."
                                .formatted(limit, held, open));
    }

    /** Only an open invitation can be answered or taken back, and only until it expires. */
    static Verdict answer(Invitation invitation, Instant now) {
        if (!invitation.isOpen()) {
            return Verdict.refused(
                    RegistrationProblem.INVITATION_CLOSED, "The invitation is " + invitation.state() + ".");
        }
        return now.isBefore(invitation.expiresAt())
                ? Verdict.allowed()
                : Verdict.refused(RegistrationProblem.INVITATION_CLOSED, "The time to answer has passed.");
    }

    /** A mailbox is not filled: one mail a day at most. */
    static Verdict remind(Invitation invitation, Instant now) {
        if (answer(invitation, now) instanceof Verdict.Refused refused) {
            return refused;
        }
        Instant last = invitation.remindedAt() == null ? invitation.invitedAt() : invitation.remindedAt();
        return now.isBefore(last.plus(BETWEEN_REMINDERS))
                ? Verdict.refused(RegistrationProblem.REMINDED_LATELY, "One mail a day is enough; try again tomorrow.")
                : Verdict.allowed();
    }
}
