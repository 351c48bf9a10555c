package eu.urbact.infocus.registration.attendance.rest;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.attendance.Attendee;

/**
 * Somebody with a place, or who has applied for one, as the door sees them: no address, no answers.
 *
 * @param by who checked them in, as the audit trail names them
 * @param daysAttended on how many days of the workshop they were there with a place
 * @param walkInId their walk-in on the day that is asked about; absent when there is none
 * @param noPictures true when they have said that they do not want to be in pictures; absent otherwise, and on lists that are kept as evidence
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
        int daysAttended,
        ApplicationState state,
        UUID walkInId,
        Instant walkedInAt,
        Boolean noPictures) {

    static AttendeeResponse of(Attendee attendee) {
        return of(attendee, false);
    }

    static AttendeeResponse of(Attendee attendee, boolean noPictures) {
        return new AttendeeResponse(
                attendee.applicationId(),
                attendee.givenName(),
                attendee.familyName(),
                attendee.organisation(),
                attendee.cityId(),
                attendee.country(),
                attendee.checkedInAt(),
                attendee.by(),
                attendee.daysAttended(),
                attendee.state(),
                attendee.walkInId(),
                attendee.walkedInAt(),
                noPictures ? true : null);
    }
}
