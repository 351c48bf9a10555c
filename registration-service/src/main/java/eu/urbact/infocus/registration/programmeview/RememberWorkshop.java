package eu.urbact.infocus.registration.programmeview;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Remembers what a workshop is and when, or what has changed about it. */
@ApplicationScoped
public class RememberWorkshop {

    /** A workshop's public facts. */
    public record Announcement(
            UUID workshopId,
            String slug,
            String title,
            String hostCityId,
            Instant startsAt,
            Instant endsAt,
            ZoneId zone) {}

    private final Workshops workshops;

    RememberWorkshop(Workshops workshops) {
        this.workshops = workshops;
    }

    @Transactional
    public void remember(Announcement announcement) {
        Workshop workshop = workshops.findById(announcement.workshopId());
        boolean unheardOf = workshop == null;
        if (unheardOf) {
            workshop = new Workshop(announcement.workshopId());
        }
        workshop.announce(
                announcement.slug(),
                announcement.title(),
                announcement.hostCityId(),
                announcement.startsAt(),
                announcement.endsAt(),
                announcement.zone());
        if (unheardOf) {
            workshops.persist(workshop);
        }
    }
}
