package eu.urbact.infocus.portal.shell.services;

/**
 * A name for a badge, with what the code on it says.
 *
 * @param noPictures whether they have said that they do not want to be in pictures
 */
public record Badge(
        String givenName,
        String familyName,
        String organisation,
        String cityId,
        String country,
        String ticket,
        boolean noPictures) {

    @Override
    public String toString() {
        return "Badge";
    }
}
