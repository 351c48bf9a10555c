package eu.urbact.infocus.portal.shell.services;

/** What a person says instead of what they said when applying; what is left empty is absent. */
public record ApplicationEdit(
        String givenName,
        String familyName,
        String organisation,
        String position,
        String cityId,
        String country,
        String profile,
        boolean contributor,
        String motivation,
        String clusterId) {

    @Override
    public String toString() {
        return "ApplicationEdit";
    }
}
