package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;

/** A match as it was explained once, with the versions of model and data. */
public record MatchResult(
        String id,
        String measure,
        Side from,
        Side to,
        String modelVersion,
        String dataVersion,
        Instant computedAt,
        MatchMeasure result) {

    /** A cluster or priority, by the name it had. */
    public record Side(String id, String label) {}
}
