package eu.urbact.infocus.portal.shell.services;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What somebody enters to apply; registration-service checks it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewApplication(
        String callId,
        String givenName,
        String familyName,
        String email,
        String organisation,
        String position,
        String cityId,
        String country,
        String profile,
        Boolean contributor,
        String motivation,
        String language,
        boolean privacyAccepted) {

    @Override
    public String toString() {
        // personal data stays out of logs
        return "NewApplication[callId=" + callId + "]";
    }
}
