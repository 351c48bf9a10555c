package eu.urbact.infocus.directory.meeting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import eu.urbact.infocus.directory.meeting.Meeting.Pair;

/**
 * What a plan of meetings has to solve. Order does not matter: people and clusters are taken in the order of their keys.
 *
 * @param people keys of participants and contributors
 * @param clusters ids of the clusters
 * @param slots number of slots, 1 to {@value #MOST_SLOTS}; nobody has more meetings than there are slots
 * @param tables how many meetings fit into the room at once, at least 1
 * @param scores reciprocal score of a pair, 0 to 1; a pair that is missing or at 0 meets only as {@code oneSided} says
 * @param oneSided how much one side of a pair without a reciprocal score wants the other, 0 to 1; such a pair meets only where
 *     one of the two would have no meeting otherwise, and not at all when it is missing here or at 0
 */
public record MeetingProblem(
        List<String> people,
        List<String> clusters,
        int slots,
        int tables,
        Map<Pair, Double> scores,
        Map<Pair, Double> oneSided) {

    /** The most slots of a plan: a day of meetings. */
    public static final int MOST_SLOTS = 12;

    /** The most people of a plan. */
    public static final int MOST_PEOPLE = 300;

    /** A problem in which nobody meets whom only one side wants. */
    public MeetingProblem(List<String> people, List<String> clusters, int slots, int tables, Map<Pair, Double> scores) {
        this(people, clusters, slots, tables, scores, Map.of());
    }

    /** Checks the limits, on which the exactness of the plan rests. */
    public MeetingProblem {
        people = people.stream().distinct().sorted().toList();
        clusters = clusters.stream().distinct().sorted().toList();
        scores = Map.copyOf(new HashMap<>(scores));
        oneSided = Map.copyOf(new HashMap<>(oneSided));
        if (slots < 1 || slots > MOST_SLOTS) {
            throw new IllegalArgumentException("slots must be 1 to " + MOST_SLOTS);
        }
        if (people.size() > MOST_PEOPLE) {
            throw new IllegalArgumentException("at most " + MOST_PEOPLE + " people");
        }
        if (tables < 1) {
            throw new IllegalArgumentException("at least one table");
        }
        if (Stream.concat(scores.values().stream(), oneSided.values().stream())
                .anyMatch(score -> !(score >= 0 && score <= 1))) {
            throw new IllegalArgumentException("a score is from 0 to 1");
        }
    }

    double score(String person, String cluster) {
        return scores.getOrDefault(new Pair(person, cluster), 0.0);
    }

    /** How much one side wants the other where only one does; 0 where both do or none does. */
    double oneSided(String person, String cluster) {
        return score(person, cluster) > 0 ? 0 : oneSided.getOrDefault(new Pair(person, cluster), 0.0);
    }

    /** Whether two can meet at all. */
    boolean meets(String person, String cluster) {
        return score(person, cluster) > 0 || oneSided(person, cluster) > 0;
    }
}
