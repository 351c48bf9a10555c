package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;

/**
 * An invitation as the invited person sees it.
 *
 * @param placesHandedBack whether the places that the city has not used become open to all when it ends
 * @param workshopPlace where the workshop takes place, as precisely as that is known
 */
public record OwnInvitation(
        String callId,
        String cityId,
        String state,
        boolean placeKept,
        boolean placeAtOnce,
        String email,
        String givenName,
        String familyName,
        String message,
        Instant expiresAt,
        boolean placesHandedBack,
        String workshopSlug,
        String workshopTitle,
        Instant workshopStartsAt,
        Instant workshopEndsAt,
        String workshopPlace,
        String zone) {

    /** Whether it can still be answered. */
    public boolean isOpen() {
        return "INVITED".equals(state);
    }

    /** Whether an application has come of it. */
    public boolean isAccepted() {
        return "ACCEPTED".equals(state);
    }

    @Override
    public String toString() {
        return "OwnInvitation[" + state + "]";
    }
}
