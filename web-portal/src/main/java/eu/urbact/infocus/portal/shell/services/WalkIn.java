package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;

/**
 * Somebody who came without a place.
 *
 * @param applicationId their application, with which they are forgotten; null when they have none
 */
public record WalkIn(
        String id,
        String applicationId,
        String givenName,
        String familyName,
        String organisation,
        String cityId,
        String country,
        Instant arrivedAt) {

    /** As it stands in a list by family name; of somebody forgotten only what stands for the name. */
    public String listName() {
        return givenName == null || givenName.isBlank() ? familyName : familyName + ", " + givenName;
    }

    /** Given and family name. */
    public String name() {
        return givenName + " " + familyName;
    }

    @Override
    public String toString() {
        return "WalkIn[" + id + "]";
    }
}
