package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;

/** Somebody with a place, with as much as the door needs to know. */
public record Attendee(
        String applicationId,
        String givenName,
        String familyName,
        String organisation,
        String cityId,
        String country,
        Instant checkedInAt,
        Integer daysAttended) {

    /** Given and family name. */
    public String name() {
        return givenName + " " + familyName;
    }

    @Override
    public String toString() {
        return "Attendee[" + applicationId + "]";
    }
}
