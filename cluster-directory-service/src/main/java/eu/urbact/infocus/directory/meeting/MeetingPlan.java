package eu.urbact.infocus.directory.meeting;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import eu.urbact.infocus.directory.meeting.Meeting.Pair;

/**
 * A plan of meetings.
 *
 * @param meetings in their order
 * @param people people without a meeting, by key
 * @param clusters clusters without a meeting, by id
 */
public record MeetingPlan(List<Meeting> meetings, List<String> people, List<String> clusters) {

    static MeetingPlan of(MeetingProblem problem, Collection<Meeting> meetings) {
        List<String> peopleLeft = problem.people().stream()
                .filter(person ->
                        meetings.stream().noneMatch(meeting -> meeting.person().equals(person)))
                .toList();
        List<String> clustersLeft = problem.clusters().stream()
                .filter(cluster ->
                        meetings.stream().noneMatch(meeting -> meeting.cluster().equals(cluster)))
                .toList();
        return new MeetingPlan(meetings.stream().sorted(Meeting.ORDER).toList(), peopleLeft, clustersLeft);
    }

    /**
     * What becomes different for those who are still there when another plan takes the place of this one.
     *
     * @param next the other plan
     * @return meetings that are gone, new, or in another slot; in their order
     */
    public MeetingChanges to(MeetingPlan next) {
        Map<Pair, Meeting> before = byPair(meetings);
        Map<Pair, Meeting> after = byPair(next.meetings);
        return new MeetingChanges(
                meetings.stream().filter(m -> !after.containsKey(m.pair())).toList(),
                next.meetings.stream()
                        .filter(m -> !before.containsKey(m.pair()))
                        .toList(),
                next.meetings.stream()
                        .filter(m -> before.containsKey(m.pair())
                                && before.get(m.pair()).slot() != m.slot())
                        .map(m -> new Moved(m, before.get(m.pair()).slot()))
                        .toList());
    }

    private static Map<Pair, Meeting> byPair(List<Meeting> meetings) {
        Map<Pair, Meeting> byPair = new HashMap<>();
        meetings.forEach(meeting -> byPair.put(meeting.pair(), meeting));
        return byPair;
    }

    /**
     * The difference of two plans.
     *
     * @param removed meetings that do not take place any more
     * @param added meetings that were not there before
     * @param moved meetings of the same two in another slot
     */
    record MeetingChanges(List<Meeting> removed, List<Meeting> added, List<Moved> moved) {}

    /**
     * Everything that somebody in the room has to be told.
     *
     * @param removed meetings that do not take place any more
     * @param added meetings that were not there before
     * @param moved meetings of the same two in another slot
     * @param seats people who have another working table, the first one, or none any more; by key
     */
    public record Changes(List<Meeting> removed, List<Meeting> added, List<Moved> moved, List<SeatChange> seats) {}

    /**
     * A meeting in another slot.
     *
     * @param now where it is
     * @param before the slot where it was
     */
    public record Moved(Meeting now, int before) {}

    /**
     * Another working table.
     *
     * @param person key of somebody in the room
     * @param from id of the cluster at whose table the person sat, or null
     * @param to id of the cluster at whose table the person sits, or null
     */
    public record SeatChange(String person, String from, String to) {}

    /** How the seats of these people have changed. */
    static List<SeatChange> seats(
            Collection<String> people, Map<String, List<String>> before, Map<String, List<String>> after) {
        return people.stream()
                .map(person -> new SeatChange(person, tableOf(person, before), tableOf(person, after)))
                .filter(change -> !Objects.equals(change.from(), change.to()))
                .toList();
    }

    private static String tableOf(String person, Map<String, List<String>> tables) {
        return tables.entrySet().stream()
                .filter(table -> table.getValue().contains(person))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
