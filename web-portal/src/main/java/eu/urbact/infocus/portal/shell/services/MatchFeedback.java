package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;

/** What a city said about a partner that was suggested for one of its clusters. */
public record MatchFeedback(String clusterId, String partnerId, String verdict, Instant givenAt) {

    /** What it says. */
    public record Said(String verdict) {}
}
