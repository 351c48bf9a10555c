package eu.urbact.infocus.portal.shell.services;

/** What waits for the organisers in one call, in numbers. */
public record OpenWork(
        String callId, String workshopSlug, long undecided, long changeRequests, long roomRequests, long openOffers) {

    /** Whether there is nothing. */
    public boolean isNothing() {
        return undecided + changeRequests + roomRequests + openOffers == 0;
    }
}
