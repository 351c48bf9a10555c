package eu.urbact.infocus.registration.programmeview;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** A workshop of which only the days matter, for tests of rules that are about them. */
public final class AnnouncedWorkshop {

    private AnnouncedWorkshop() {}

    public static Workshop of(Instant startsAt, Instant endsAt, ZoneId zone) {
        Workshop workshop = new Workshop(UUID.randomUUID());
        workshop.announce(
                new RememberWorkshop.Announcement(
                        workshop.id(), "w", "Workshop", "porto", startsAt, endsAt, zone, null, null),
                Instant.parse("2016-10-10T08:00:00Z"));
        return workshop;
    }

    /** One in Frankfurt that lasts two days. */
    public static Workshop until(Instant endsAt) {
        return of(endsAt.minusSeconds(2 * 24 * 60 * 60), endsAt, ZoneId.of("Europe/Berlin"));
    }
}
