package eu.urbact.infocus.registration.attendance.rest;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.registration.attendance.Attendee;

/**
 * Somebody with a place, as the door sees them: no address, no answers.
 *
 * @param by who checked them in, as the audit trail names them
 * @param daysAttended on how many days of the workshop they were there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttendeeResponse(
        UUID applicationId,
        String givenName,
        String familyName,
        String organisation,
        String cityId,
        String country,
        Instant checkedInAt,
        String by,
        int daysAttended) {

    static AttendeeResponse of(Attendee attendee) {
        return new AttendeeResponse(
                attendee.applicationId(),
                attendee.givenName(),
                attendee.familyName(),
                attendee.organisation(),
                attendee.cityId(),
                attendee.country(),
                attendee.checkedInAt(),
                attendee.by(),
                attendee.daysAttended());
    }
}
