package eu.urbact.infocus.registration.selfservice.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.EditingPolicy;
import eu.urbact.infocus.registration.application.Profile;
import eu.urbact.infocus.registration.application.ReasonCode;
import eu.urbact.infocus.registration.application.WithdrawalPolicy;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.selfservice.WaitingTimes;

/**
 * An application as its own person sees it.
 *
 * @param nextStep what comes next, in words
 * @param nextStepAt when it comes: the call closes, the workshop begins, an offer ends, the last places are offered; absent when nobody
 *     knows, nothing comes any more, or the waiting list is suspended
 * @param waitingList what the waiting list does for somebody on it: {@code RUNNING} offers places, {@code SUSPENDED} offers none for now,
 *     {@code SET_ASIDE} none to this person unless organisers put them first, because an offer was declined or taken back, {@code ENDED} none any more, because the workshop is too near or over; absent for everybody else
 * @param offeredBefore whether a place was held for the person before, which they have not taken or which was taken back; said of people
 *     on the waiting list
 * @param replaced whether it is withdrawn because the person's city sends somebody else
 * @param over whether the workshop has ended
 * @param canEdit whether it can be changed now; the call's closing time is the latest moment
 * @param canCorrect whether name, organisation and position can be put right; the workshop's end is the latest moment
 * @param canWithdraw whether it can be withdrawn now: not once the person has come on a day of it, or the workshop is over
 * @param hasCalendar whether there is an entry for the person's calendar
 * @param walkedIn whether the person was at the workshop without a place, for which there is a certificate too
 * @param attended whether the person was there with a place, which they may not have any more, for which there is a certificate, too
 * @param workshopPlace where it takes place, as precisely as that is known
 * @param decidesBy until when the organisers mean to have decided, a day in the zone of the call; absent when they have named none, it has
 *     passed, or they have decided about this application
 * @param version for the entity tag that a change needs
 * @param placeTakenBack whether the decision that holds now has taken away the place that the person had
 * @param withdrawnByOrganisers whether organisers have entered the withdrawal for the person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MyApplicationResponse(
        UUID id,
        long version,
        ApplicationState state,
        String nextStep,
        Instant nextStepAt,
        WaitingList waitingList,
        boolean offeredBefore,
        boolean replaced,
        boolean over,
        boolean canEdit,
        boolean canCorrect,
        boolean canWithdraw,
        boolean hasCalendar,
        boolean walkedIn,
        boolean attended,
        String workshopSlug,
        String workshopTitle,
        String workshopPlace,
        Instant workshopStartsAt,
        Instant workshopEndsAt,
        String zone,
        String givenName,
        String familyName,
        String email,
        String organisation,
        String position,
        String cityId,
        String country,
        Profile profile,
        boolean contributor,
        String motivation,
        String language,
        ReasonCode reasonCode,
        String decisionNote,
        Instant appliedAt,
        Instant decidedAt,
        Instant withdrawnAt,
        Instant callClosesAt,
        String clusterId,
        boolean placeTakenBack,
        boolean withdrawnByOrganisers,
        LocalDate decidesBy) {

    /** What the waiting list does for the people on it. */
    public enum WaitingList {
        RUNNING,
        SUSPENDED,
        SET_ASIDE,
        ENDED
    }

    static MyApplicationResponse of(
            Application application,
            CallForParticipation call,
            Workshop workshop,
            boolean hasCome,
            boolean attended,
            boolean walkedIn,
            WaitingTimes times,
            Instant now) {
        boolean over = workshop.isOver(now);
        boolean waits = application.state() == ApplicationState.WAITLISTED;
        return new MyApplicationResponse(
                application.id(),
                application.version(),
                application.state(),
                nextStep(application, call, over, hasCome, times, now),
                nextStepAt(application, call, workshop, times, now),
                waits ? waitingList(application, over, times, now) : null,
                waits && times.wasOffered(application),
                application.isReplaced(),
                over,
                EditingPolicy.edit(application.state(), call, now) instanceof Verdict.Allowed,
                EditingPolicy.correct(workshop, now) instanceof Verdict.Allowed,
                WithdrawalPolicy.withdraw(application.state(), hasCome, workshop, now) instanceof Verdict.Allowed,
                application.state() == ApplicationState.ADMITTED,
                walkedIn,
                attended,
                workshop.slug(),
                workshop.title(),
                workshop.place(),
                workshop.startsAt(),
                workshop.endsAt(),
                workshop.zone().getId(),
                application.givenName(),
                application.familyName(),
                application.email(),
                application.organisation(),
                application.position(),
                application.cityId(),
                application.country(),
                application.profile(),
                application.contributor(),
                application.motivation(),
                application.language(),
                application.reasonCode(),
                application.note(),
                application.appliedAt(),
                application.decidedAt(),
                application.withdrawnAt(),
                call.closedEarlyAt().orElseGet(call::closesAt),
                application.clusterId(),
                application.hasLostPlace(),
                application.isWithdrawnByOrganisers(),
                decidesBy(application, call, over, now));
    }

    private static LocalDate decidesBy(Application application, CallForParticipation call, boolean over, Instant now) {
        return call.decidesBy()
                .filter(day -> application.state() == ApplicationState.SUBMITTED && !over)
                .filter(day -> !day.isBefore(LocalDate.ofInstant(now, call.zone())))
                .orElse(null);
    }

    private static String nextStep(
            Application application,
            CallForParticipation call,
            boolean over,
            boolean hasCome,
            WaitingTimes times,
            Instant now) {
        boolean open = call.accepts(now) instanceof Verdict.Allowed;
        return switch (application.state()) {
            case SUBMITTED ->
                over
                        ? "The workshop is over, and nothing was decided about your application. There is nothing you need to do."
                        : "The organisers decide"
                                + (open ? ", perhaps before the call closes" : "")
                                + ". You will get a mail; you need not do anything.";
            case ADMITTED ->
                over
                        ? "The workshop is over. There is nothing you need to do."
                        : hasCome
                                ? "You have been checked in. You need not do anything more for your place."
                                : "You have a place. Please withdraw if you cannot come, so that somebody else can.";
            case WAITLISTED ->
                over
                        ? "The workshop is over. There is nothing you need to do."
                        : nextStepOf(waitingList(application, false, times, now));
            case OFFERED -> "A place is held for you. Please accept or decline it before the deadline.";
            case DECLINED -> "You have no place. There is nothing you need to do.";
            case WITHDRAWN ->
                whyWithdrawn(application, over)
                        + (open ? "You may apply again while the call is open." : "There is nothing you need to do.");
        };
    }

    /** With what the person can do when it is not as they want it; organisers can take a withdrawal back until the workshop is over. */
    private static String whyWithdrawn(Application application, boolean over) {
        if (application.isReplaced()) {
            return "Your city sends somebody else. If you think that this is a mistake, ask your city. ";
        }
        if (application.isWithdrawnByOrganisers()) {
            return "The organisers have entered that you cannot come. "
                    + (over ? "" : "If you can come after all, tell them: reply to one of our mails. ");
        }
        return "You have withdrawn. "
                + (over ? "" : "If that was a mistake, tell the organisers: reply to one of our mails. ");
    }

    private static WaitingList waitingList(Application application, boolean over, WaitingTimes times, Instant now) {
        if (over || !now.isBefore(times.cutOffAt(application))) {
            return WaitingList.ENDED;
        }
        if (times.isSetAside(application)) {
            return WaitingList.SET_ASIDE;
        }
        return times.isRunning(application) ? WaitingList.RUNNING : WaitingList.SUSPENDED;
    }

    private static String nextStepOf(WaitingList list) {
        return switch (list) {
            case RUNNING -> "You are on the waiting list. You will get a mail when a place becomes free.";
            case SUSPENDED ->
                "You are on the waiting list. The organisers do not offer places from it at the moment. You will get a mail if a place"
                        + " is held for you; you need not do anything.";
            case SET_ASIDE ->
                "You are on the waiting list, but you are offered another place only if the organisers put you first. If you can come"
                        + " after all, tell them: reply to one of our mails.";
            case ENDED ->
                "The workshop is too near: the waiting list offers no places any more. There is nothing you need to do.";
        };
    }

    private static Instant nextStepAt(
            Application application, CallForParticipation call, Workshop workshop, WaitingTimes times, Instant now) {
        return switch (application.state()) {
            case SUBMITTED -> call.accepts(now) instanceof Verdict.Allowed ? call.closesAt() : null;
            case ADMITTED -> now.isBefore(workshop.startsAt()) ? workshop.startsAt() : null;
            case WAITLISTED ->
                Optional.of(times.cutOffAt(application))
                        .filter(at -> waitingList(application, false, times, now) == WaitingList.RUNNING)
                        .orElse(null);
            case OFFERED -> times.offerEndsAt(application).orElse(null);
            case DECLINED, WITHDRAWN -> null;
        };
    }
}
