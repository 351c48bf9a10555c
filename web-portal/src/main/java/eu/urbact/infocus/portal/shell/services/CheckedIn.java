package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;

/**
 * Somebody is in; {@code repeated} when they were in already.
 *
 * @param noPictures whether they have said that they do not want to be in pictures
 */
public record CheckedIn(
        String applicationId,
        String givenName,
        String familyName,
        String organisation,
        String cityId,
        Instant checkedInAt,
        boolean repeated,
        boolean noPictures) {

    /** Given and family name. */
    public String name() {
        return givenName + " " + familyName;
    }

    @Override
    public String toString() {
        return "CheckedIn[" + applicationId + "]";
    }
}
