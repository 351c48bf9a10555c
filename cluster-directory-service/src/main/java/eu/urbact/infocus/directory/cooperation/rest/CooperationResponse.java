package eu.urbact.infocus.directory.cooperation.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.directory.cooperation.Cooperation;
import eu.urbact.infocus.directory.cooperation.CooperationState;
import eu.urbact.infocus.directory.cooperation.CooperationStep;

/**
 * A cooperation as the two cities see it.
 *
 * @param etag to be sent as {@code If-Match} with the next change
 * @param from the cluster whose city proposed it
 * @param to the cluster whose city was asked
 * @param mine whether the caller's city proposed it
 * @param answer what was said when it was answered or taken back
 * @param closedBecause why it is over without either city having ended it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CooperationResponse(
        UUID id,
        String etag,
        Party from,
        Party to,
        boolean mine,
        CooperationState state,
        String message,
        Instant proposedAt,
        String answer,
        Instant answeredAt,
        Instant endedAt,
        String closedBecause,
        List<Step> steps) {

    /** A cluster with its city. */
    public record Party(String clusterId, String cluster, String cityId, String city) {}

    /**
     * Something promised.
     *
     * @param cityId the city that does it
     * @param doneAt when it was done; missing while it is open
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(UUID id, String text, String cityId, String city, LocalDate dueOn, Instant doneAt) {}

    static CooperationResponse of(
            Cooperation cooperation,
            String etag,
            Collection<String> cities,
            Map<String, String> clusterNames,
            Map<String, String> cityNames) {
        return new CooperationResponse(
                cooperation.id(),
                etag,
                party(cooperation.from(), clusterNames, cityNames),
                party(cooperation.to(), clusterNames, cityNames),
                cities.contains(cooperation.from().cityId()),
                cooperation.state(),
                cooperation.message(),
                cooperation.proposedAt(),
                cooperation.answer(),
                cooperation.answeredAt(),
                cooperation.endedAt(),
                cooperation.closedBecause(),
                cooperation.steps().stream().map(step -> step(step, cityNames)).toList());
    }

    private static Party party(Cooperation.Side side, Map<String, String> clusterNames, Map<String, String> cityNames) {
        return new Party(
                side.clusterId(),
                clusterNames.getOrDefault(side.clusterId(), side.clusterId()),
                side.cityId(),
                cityNames.getOrDefault(side.cityId(), side.cityId()));
    }

    private static Step step(CooperationStep step, Map<String, String> cityNames) {
        return new Step(
                step.id(),
                step.text(),
                step.cityId(),
                cityNames.getOrDefault(step.cityId(), step.cityId()),
                step.dueOn(),
                step.doneAt());
    }
}
