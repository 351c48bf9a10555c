package eu.urbact.infocus.registration.attendance;

import java.time.Instant;
import java.util.UUID;

import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Profile;

/**
 * Somebody with a place, or who has applied for one, with as much as the door needs to know.
 *
 * @param cityId the partner city they come with, or null
 * @param checkedInAt when they came on the day that is asked about, or null
 * @param by who checked them in, or null
 * @param daysAttended on how many days of the workshop they were there with a place
 * @param walkInId their walk-in on that day, or null
 * @param walkedInAt when they came without a place on that day, or null
 * @param contributor whether they would like to contribute
 * @param clusterId the cluster of the directory that they speak for, or null
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
        int daysAttended,
        ApplicationState state,
        UUID walkInId,
        Instant walkedInAt,
        Profile profile,
        boolean contributor,
        String clusterId) {}
