package eu.urbact.infocus.directory.matchmaking;

import java.time.Instant;
import java.util.UUID;

import eu.urbact.infocus.directory.matching.Measure;

/**
 * A score as it was explained once.
 *
 * @param id its identifier: the same question to the same model and data has the same
 * @param measure what was asked
 * @param from one side: a cluster
 * @param to the other side: a priority or a cluster
 * @param modelVersion version of the model that computed it
 * @param dataVersion version of the data it was computed of
 * @param computedAt when it was first computed
 * @param result the score with everything behind it
 */
public record MatchResult(
        UUID id,
        Measure measure,
        Side from,
        Side to,
        String modelVersion,
        String dataVersion,
        Instant computedAt,
        MeasureView result) {

    /**
     * A side of a match.
     *
     * @param id id of the cluster or priority
     * @param label its name at that time
     */
    public record Side(String id, String label) {}
}
