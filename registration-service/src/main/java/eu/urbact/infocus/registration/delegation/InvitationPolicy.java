package eu.urbact.infocus.registration.delegation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.problem.Counted;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** When a city may invite and remind, and when an invitation can be answered. */
final class InvitationPolicy {

    private static final Duration BETWEEN_REMINDERS = Duration.ofDays(1);
    /** More than anybody needs who has mistyped a name or a seat, and few enough not to fill a mailbox. */
    private static final int MOST_INVITATIONS = 3;

    /** The time in which no more than so many mails with an invitation go to one address. */
    static final Duration COUNTED = Duration.ofDays(1);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private static final String PASSED = "The time to answer has passed.";

    private InvitationPolicy() {}

    /** Somebody else is another person: who is sent in their own place would only lose it. */
    static Verdict somebodyElse(boolean samePerson) {
        return samePerson
                ? Verdict.refused(
                        RegistrationProblem.SAME_PERSON,
                        "This is the address of the person themselves. Nothing has changed for them; enter somebody else's.")
                : Verdict.allowed();
    }

    /**
     * Nobody is asked twice to come with the same city. Whoever waits for a decision is asked only for a seat that is kept: it is theirs
     * without one.
     */
    static Verdict askOnce(boolean invited, boolean admitted, boolean undecided, boolean seatKept) {
        if (invited) {
            return Verdict.refused(
                    RegistrationProblem.ALREADY_INVITED,
                    "The city has invited this address already. Remind the person instead.");
        }
        if (admitted) {
            return Verdict.refused(
                    RegistrationProblem.ALREADY_COMING, "The person has a place and comes with this city.");
        }
        return undecided && !seatKept
                ? Verdict.refused(
                        RegistrationProblem.ALREADY_COMING,
                        "The person has accepted an invitation of this city and waits for the organisers.")
                : Verdict.allowed();
    }

    /**
     * Inviting, taking back and inviting again fills a mailbox, too. Says nothing that the city does not know: it is about its own invitations.
     *
     * @param lately when the city has invited the address for this call within {@link #COUNTED}, the latest first
     * @param zone in which the time is said
     */
    static Verdict notTooOften(List<Instant> lately, ZoneId zone) {
        if (lately.size() < MOST_INVITATIONS) {
            return Verdict.allowed();
        }
        ZonedDateTime again = lately.get(MOST_INVITATIONS - 1)
                .plus(COUNTED)
                .plus(Duration.ofMinutes(1).minusNanos(1))
                .atZone(zone)
                .truncatedTo(ChronoUnit.MINUTES);
        return Verdict.refused(
                RegistrationProblem.INVITED_TOO_OFTEN,
                "The city has invited this address %d times within 24 hours, each time with a mail. It can invite it again from %s (%s)."
                        .formatted(MOST_INVITATIONS, MINUTE.format(again), zone.getId()));
    }

    /** Nobody is asked to come for whom there would be no seat. */
    static Verdict invite(Numbers numbers) {
        return numbers.isSeatLeft()
                ? Verdict.allowed()
                : Verdict.refused(RegistrationProblem.DELEGATION_FULL, numbers.words());
    }

    /**
     * The same for somebody who comes instead of a person without a seat.
     *
     * @param before the numbers while that person was still there, which the city knows
     */
    static Verdict inviteInstead(Numbers after, Numbers before) {
        return after.isSeatLeft()
                ? Verdict.allowed()
                : Verdict.refused(
                        RegistrationProblem.DELEGATION_FULL,
                        "Nothing has changed for this person, in whose place nobody else would have a seat. "
                                + before.words());
    }

    /**
     * How a city's seats are used.
     *
     * @param open promised to people who can still answer an invitation
     * @param undecided promised to people who have accepted one, and about whom nobody has decided yet
     */
    record Numbers(int limit, int held, long open, long undecided) {

        private boolean isSeatLeft() {
            return held + open + undecided < limit;
        }

        private String words() {
            return "The city has %s: %s taken, %s promised by open invitations, and %s for a decision of the organisers."
                    .formatted(
                            Counted.of(limit, "seat", "seats"),
                            Counted.of(held, "is", "are"),
                            Counted.of(open, "is", "are"),
                            Counted.of(undecided, "nominee waits", "nominees wait"));
        }
    }

    /** What a city has handed back it cannot promise any more. */
    static Verdict handedBack(LocalDate day) {
        return Verdict.refused(
                RegistrationProblem.DELEGATION_FULL,
                "The seats that the city had not used became open to all on %s, as agreed. You can still send somebody in the place of a person who has a seat of the city."
                        .formatted(DAY.format(day)));
    }

    /** What is promised to a person is not the city's to pass on: when they go, it is everybody's. */
    static Verdict handedBackInstead(LocalDate day) {
        return Verdict.refused(
                RegistrationProblem.DELEGATION_FULL,
                "Nothing has changed for this person. The seats that the city had not used became open to all on %s, as agreed, and so would one that is promised to this person. Once the organisers have given them a seat of the city, you can send somebody else in their place."
                        .formatted(DAY.format(day)));
    }

    /** Only an open invitation can be answered or taken back, and only until it expires. */
    static Verdict answer(Invitation invitation, Instant now) {
        if (!invitation.isOpen()) {
            return Verdict.refused(
                    RegistrationProblem.INVITATION_CLOSED,
                    switch (invitation.state()) {
                        case ACCEPTED -> "The invitation has been accepted already.";
                        case DECLINED -> "The invitation has been declined.";
                        case REVOKED -> "The city has taken the invitation back.";
                        case INVITED, EXPIRED -> PASSED;
                    });
        }
        return now.isBefore(invitation.expiresAt())
                ? Verdict.allowed()
                : Verdict.refused(RegistrationProblem.INVITATION_CLOSED, PASSED);
    }

    /** A mailbox is not filled: one mail a day at most. */
    static Verdict remind(Invitation invitation, Instant now) {
        if (answer(invitation, now) instanceof Verdict.Refused refused) {
            return refused;
        }
        Instant last = invitation.remindedAt() == null ? invitation.invitedAt() : invitation.remindedAt();
        return now.isBefore(last.plus(BETWEEN_REMINDERS))
                ? Verdict.refused(
                        RegistrationProblem.REMINDED_LATELY,
                        "This person was written to within a day. One mail a day is enough; try again tomorrow.")
                : Verdict.allowed();
    }
}
