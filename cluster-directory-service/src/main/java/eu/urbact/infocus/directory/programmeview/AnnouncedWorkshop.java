package eu.urbact.infocus.directory.programmeview;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A workshop, as event-service announced it.
 *
 * @param workshopId id there
 * @param slug its name in addresses
 * @param title title
 * @param theme theme
 * @param hostCityId the city that hosts it; it may be unknown here yet
 * @param startsAt first moment
 * @param endsAt last moment
 * @param zone time zone of the venue
 */
public record AnnouncedWorkshop(
        UUID workshopId,
        String slug,
        String title,
        String theme,
        String hostCityId,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone) {}
