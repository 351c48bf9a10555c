package eu.urbact.infocus.portal.shell.services;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What an invited person sends in.
 *
 * @param answers to the call's own questions, by their keys
 * @param clusterId the cluster of the directory that the person speaks for; null for none
 */
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
        boolean privacyAccepted,
        Map<String, Object> answers,
        String clusterId) {

    @Override
    public String toString() {
        return "Acceptance";
    }
}
