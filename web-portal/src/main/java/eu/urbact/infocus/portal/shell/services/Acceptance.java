package eu.urbact.infocus.portal.shell.services;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What an invited person sends in. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Acceptance(
        String givenName,
        String familyName,
        String organisation,
        String position,
        String country,
        String profile,
        boolean contributor,
        String motivation,
        String language,
        boolean privacyAccepted) {

    @Override
    public String toString() {
        return "Acceptance";
    }
}
