package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;

/**
 * Where an applicant stands on the waiting list.
 *
 * @param state the application's
 * @param running whether seats are offered by themselves at present
 * @param cutOffAt from then on nobody is offered a seat
 * @param closed whether that time has come
 * @param workshopPlace where the workshop takes place, as precisely as that is known
 * @param band about where on the list; null for somebody who does not wait
 * @param bandWords the same in words, to follow "You are"
 * @param setAside whether the person waits, but is offered another seat only if organisers put them first
 * @param offer the seat that is held; null when there is none
 */
public record OwnWaiting(
        String state,
        boolean running,
        Instant cutOffAt,
        boolean closed,
        String workshopTitle,
        Instant workshopStartsAt,
        Instant workshopEndsAt,
        String workshopPlace,
        String zone,
        String band,
        String bandWords,
        boolean setAside,
        Offer offer) {

    /** Whether there is something to answer at this moment. */
    public boolean isOffered() {
        return offer != null && offer.open();
    }

    /** Whether the deadline has passed and the service has not settled it yet. */
    public boolean isLate() {
        return offer != null && !offer.open();
    }

    /**
     * A seat that is held for the person.
     *
     * @param expiresAt the first instant at which it cannot be accepted any more
     * @param open whether it can be accepted at this moment
     */
    public record Offer(String id, Instant offeredAt, Instant expiresAt, boolean open) {}
}
