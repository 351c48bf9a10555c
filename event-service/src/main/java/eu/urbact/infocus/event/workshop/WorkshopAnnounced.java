package eu.urbact.infocus.event.workshop;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * The fact that a workshop takes place, or takes place otherwise than said before. What the other services are told.
 *
 * @param workshopId the workshop
 * @param slug its name in addresses
 * @param title its name on a page
 * @param theme what it is about
 * @param hostCityId the partner city that receives it
 * @param startsAt announced start
 * @param endsAt announced end
 * @param zone where the clocks are read
 * @param venue where people come to; null when only the city is known
 */
public record WorkshopAnnounced(
        UUID workshopId,
        String slug,
        String title,
        String theme,
        String hostCityId,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        WorkshopFacts.Venue venue) {}
