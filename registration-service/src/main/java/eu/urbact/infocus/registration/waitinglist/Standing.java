package eu.urbact.infocus.registration.waitinglist;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import eu.urbact.infocus.registration.application.ApplicationState;

/**
 * Where one person stands, all of it at one moment.
 *
 * @param band about where on the list; empty for somebody who does not wait, or is set aside
 * @param setAside whether the person waits, and is offered another seat only if organisers put them first
 * @param offer the seat that is held, or null
 */
public record Standing(
        ApplicationState state,
        UUID workshopId,
        Settings settings,
        Optional<Band> band,
        boolean setAside,
        SeatOffer offer) {

    /** The first instant at which nobody is offered a seat any more. */
    public Instant cutOff(Instant workshopStartsAt) {
        return OfferPolicy.cutOff(settings, workshopStartsAt);
    }
}
