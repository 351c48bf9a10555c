package eu.urbact.infocus.portal.shell.services;

/** A name for a badge, with what the code on it says. */
public record Badge(
        String givenName, String familyName, String organisation, String cityId, String country, String ticket) {

    @Override
    public String toString() {
        return "Badge";
    }
}
