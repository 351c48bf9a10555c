package eu.urbact.infocus.portal.shell.services;

/** How a person and their organisation are really called; what is left empty is absent. */
public record ApplicationCorrection(String givenName, String familyName, String organisation, String position) {

    @Override
    public String toString() {
        return "ApplicationCorrection";
    }
}
