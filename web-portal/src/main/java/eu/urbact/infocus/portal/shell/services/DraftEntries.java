package eu.urbact.infocus.portal.shell.services;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What somebody has entered of an application; what is null has not been said. Registration-service keeps it letter by letter. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DraftEntries(
        String givenName,
        String familyName,
        String email,
        String organisation,
        String position,
        String country,
        String cityId,
        String profile,
        Boolean contributor,
        String motivation,
        Map<String, Object> answers,
        String clusterId) {

    @Override
    public String toString() {
        // personal data stays out of logs
        return "DraftEntries";
    }
}
