package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What two clusters of different cities want to do together.
 *
 * @param etag version that was seen
 * @param mine whether the visitor's city proposed it
 * @param state PROPOSED, ACCEPTED, DECLINED, WITHDRAWN or ENDED
 * @param closedBecause why it is over without either city having ended it, or null
 */
public record Cooperation(
        String id,
        String etag,
        Party from,
        Party to,
        boolean mine,
        String state,
        String message,
        Instant proposedAt,
        String answer,
        Instant answeredAt,
        Instant endedAt,
        String closedBecause,
        List<Step> steps) {

    /** Completes what the service left out. */
    public Cooperation {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    /** A cluster with its city. */
    public record Party(String clusterId, String cluster, String cityId, String city) {}

    /** Something one of the two has promised; {@code doneAt} is missing while it is open. */
    public record Step(String id, String text, String cityId, String city, LocalDate dueOn, Instant doneAt) {}

    /** The cluster of the other city. */
    public Party other() {
        return mine ? to : from;
    }

    /** The open step that is due first, or null. */
    public Step nextStep() {
        return steps.stream().filter(step -> step.doneAt() == null).findFirst().orElse(null);
    }

    /** Whether it waits for an answer. */
    public boolean isOpen() {
        return "PROPOSED".equals(state);
    }

    /** Whether both work on it. */
    public boolean isRunning() {
        return "ACCEPTED".equals(state);
    }

    /** What is asked for. */
    public record Proposal(String fromClusterId, String toClusterId, String message) {}

    /** A word to the other city. */
    public record Word(String message) {}

    /** What is to be done next. */
    public record NewStep(String text, String cityId, LocalDate dueOn) {}
}
