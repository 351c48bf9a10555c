package eu.urbact.infocus.registration.attendance;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody with a place, with as much as the door needs to know.
 *
 * @param cityId the partner city they come with, or null
 * @param checkedInAt when they came on the day that is asked about, or null
 * @param by who checked them in, or null
 * @param daysAttended on how many days of the workshop they were there
 */
public record Attendee(
        UUID applicationId,
        String givenName,
        String familyName,
        String organisation,
        String cityId,
        String country,
        Instant checkedInAt,
        String by,
        int daysAttended) {}
