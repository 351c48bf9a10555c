package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;

/**
 * Somebody who has applied, with as much as the door needs to know.
 *
 * @param state of their application
 * @param walkInId their walk-in on the day that is asked about, or null
 * @param walkedInAt when they walked in, or null
 * @param noPictures whether they have said that they do not want to be in pictures
 */
public record Attendee(
        String applicationId,
        String givenName,
        String familyName,
        String organisation,
        String cityId,
        String country,
        Instant checkedInAt,
        Integer daysAttended,
        String state,
        String walkInId,
        Instant walkedInAt,
        boolean noPictures) {

    /** As it stands in a list by family name; of somebody forgotten only what stands for the name. */
    public String listName() {
        return givenName == null || givenName.isBlank() ? familyName : familyName + ", " + givenName;
    }

    /** Given and family name. */
    public String name() {
        return givenName + " " + familyName;
    }

    /** Whether they are checked in rather than let in without a place. */
    public boolean isPlaced() {
        return state == null || "ADMITTED".equals(state);
    }

    @Override
    public String toString() {
        return "Attendee[" + applicationId + "]";
    }
}
