package eu.urbact.infocus.registration.waitinglist;

import java.time.Duration;
import java.time.Instant;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** Until when seats are offered, and until when an offer can be accepted. */
public final class OfferPolicy {

    private OfferPolicy() {}

    /** The first instant at which nobody is offered a seat any more and no offer can be accepted. */
    public static Instant cutOff(Settings settings, Instant workshopStartsAt) {
        return workshopStartsAt.minus(Duration.ofHours(settings.cutOffHours()));
    }

    static boolean mayOffer(Settings settings, Instant workshopStartsAt, Instant now) {
        return now.isBefore(cutOff(settings, workshopStartsAt));
    }

    /** The end of an offer made now: after the hours to answer, and never after the cut-off. */
    static Instant deadline(Settings settings, Instant workshopStartsAt, Instant now) {
        Instant answered = now.plus(Duration.ofHours(settings.offerHours()));
        Instant cutOff = cutOff(settings, workshopStartsAt);
        return answered.isBefore(cutOff) ? answered : cutOff;
    }

    /** Whether the offer's deadline has come; from this very instant on. */
    public static boolean isOver(Instant expiresAt, Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Whether the person can answer now. */
    static Verdict answer(OfferState state, Instant expiresAt, Instant now) {
        if (state == OfferState.OPEN && !isOver(expiresAt, now)) {
            return Verdict.allowed();
        }
        return Verdict.refused(
                RegistrationProblem.OFFER_OVER,
                switch (state) {
                    case OPEN, LAPSED -> "Its deadline has passed. You are on the waiting list again.";
                    case ACCEPTED -> "It has been accepted already.";
                    case DECLINED ->
                        "It has been declined. You are on the waiting list again, and are offered another place only if the organisers put you first.";
                    case CANCELLED -> "It has been taken back.";
                });
    }
}
