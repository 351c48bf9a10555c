package eu.urbact.infocus.registration.programmeview;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

/** Remembers what a workshop is and when, or what has changed about it. */
@ApplicationScoped
public class RememberWorkshop {

    /**
     * A workshop's public facts.
     *
     * @param venueName the house in which it takes place; null with its address when only the city is known
     */
    public record Announcement(
            UUID workshopId,
            String slug,
            String title,
            String hostCityId,
            Instant startsAt,
            Instant endsAt,
            ZoneId zone,
            String venueName,
            String venueAddress) {}

    private final Workshops workshops;
    private final Clock clock;
    private final Event<WorkshopMoved> moved;
    private final Event<WorkshopAnnounced> announced;

    RememberWorkshop(Workshops workshops, Clock clock, Event<WorkshopMoved> moved, Event<WorkshopAnnounced> announced) {
        this.workshops = workshops;
        this.clock = clock;
        this.moved = moved;
        this.announced = announced;
    }

    @Transactional
    public void remember(Announcement announcement) {
        Workshop workshop = workshops.toAnnounce(announcement.workshopId());
        boolean unheardOf = workshop == null;
        if (unheardOf) {
            workshop = new Workshop(announcement.workshopId());
        }
        Instant before = workshop.startsAt();
        boolean moves = workshop.announce(announcement, clock.instant());
        if (unheardOf) {
            workshops.persist(workshop);
        }
        if (moves) {
            moved.fire(new WorkshopMoved(workshop.id(), before, announcement.startsAt()));
        }
        announced.fire(new WorkshopAnnounced(workshop.id(), moves));
    }
}
