package eu.urbact.infocus.portal.shell.services;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Something a cluster offers or looks for.
 *
 * @param kind OFFER or NEED
 * @param competence what it is about, or null
 * @param activity NACE division it is about, or null
 * @param expiresOn the last day on which it holds
 */
public record Offer(
        String id,
        String clusterId,
        String cluster,
        String cityId,
        String kind,
        String text,
        Code competence,
        Code activity,
        LocalDate expiresOn) {

    /** A code with its label. */
    public record Code(String code, String label) {}

    /** One as its own city sees it. */
    public record Own(
            String id,
            String clusterId,
            String kind,
            String text,
            Code competence,
            Code activity,
            LocalDate expiresOn,
            boolean expired,
            long version) {}

    /** One as it is sent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record New(String kind, String text, String competence, String activity, String expiresOn) {}
}
