package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An application as its applicant sees it.
 *
 * @param nextStepAt when the next step comes: for somebody with an offer its deadline; null when nobody knows, or nothing comes any more
 * @param waitingList for somebody on the waiting list whether it is {@code RUNNING}, {@code SUSPENDED} or {@code ENDED}, or
 *     {@code SET_ASIDE} for them; null for others
 * @param offeredBefore whether somebody on the waiting list was offered a place before
 * @param replaced whether it is withdrawn because the person's city sends somebody else
 * @param walkedIn whether the person was at the workshop without a place
 * @param attended whether the person was there with a place, which they may not have any more
 * @param workshopPlace where the workshop takes place, as precisely as that is known
 * @param decidesBy by when the organisers mean to have decided; null when that is not to be said, or they have
 * @param over whether the workshop has ended
 * @param placeTakenBack whether the decision that holds now has taken away the place that the person had
 * @param withdrawnByOrganisers whether organisers have entered the withdrawal for the person
 */
public record OwnApplication(
        String id,
        long version,
        String state,
        String workshopSlug,
        String workshopTitle,
        Instant workshopStartsAt,
        Instant workshopEndsAt,
        String workshopPlace,
        String zone,
        String givenName,
        String familyName,
        String email,
        String organisation,
        String position,
        String cityId,
        String country,
        String profile,
        Boolean contributor,
        String motivation,
        Instant appliedAt,
        Instant decidedAt,
        Instant callClosesAt,
        String nextStep,
        Instant nextStepAt,
        String waitingList,
        boolean offeredBefore,
        boolean replaced,
        boolean over,
        boolean canEdit,
        boolean canCorrect,
        boolean canWithdraw,
        boolean hasCalendar,
        boolean walkedIn,
        boolean attended,
        String reasonCode,
        String decisionNote,
        String clusterId,
        boolean placeTakenBack,
        boolean withdrawnByOrganisers,
        LocalDate decidesBy) {

    @Override
    public String toString() {
        return "OwnApplication[state=" + state + "]";
    }
}
