package eu.urbact.infocus.directory.meeting.rest;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.directory.meeting.Answer;
import eu.urbact.infocus.directory.meeting.Meeting;
import eu.urbact.infocus.directory.meeting.MeetingDay;
import eu.urbact.infocus.directory.meeting.MeetingPlan;
import eu.urbact.infocus.directory.meeting.MeetingRoom;
import eu.urbact.infocus.directory.meeting.Wishes;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Taxonomy;

/**
 * The meetings of a workshop.
 *
 * @param slots number of slots; nobody has more meetings
 * @param minutes length of a slot
 * @param startsAt when the first slot begins; missing while that is open
 * @param tables meetings that fit into the room at once
 * @param chairs people at one working table
 * @param people participants by application id, contributors by key
 * @param clusters the clusters in the room
 * @param plannedAt when the plan was made; missing while there is none
 * @param meetings the plan
 * @param withoutMeeting keys of people in the room without a meeting
 * @param clustersWithoutMeeting ids of clusters in the room without a meeting
 * @param left keys of people whom the plan still has, with a meeting or a working table, and who are not in the room any more;
 *     mend the plan
 * @param clustersLeft clusters of the plan or of its changes that are not in the room any more
 * @param workingTables who sits at which cluster's table
 * @param withoutTable keys of people in the room who have no chair at a working table; empty while there is no plan
 * @param stable whether no person and no cluster would both rather have each other at a table, and no table has more people than chairs
 * @param changes what the last request changed in the plan; missing when it did not make or mend it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeetingDayResponse(
        UUID workshopId,
        String etag,
        int slots,
        int minutes,
        Instant startsAt,
        int tables,
        int chairs,
        List<PersonView> people,
        List<ClusterView> clusters,
        Instant plannedAt,
        List<MeetingView> meetings,
        List<String> withoutMeeting,
        List<String> clustersWithoutMeeting,
        List<String> left,
        List<ClusterLeft> clustersLeft,
        List<TableView> workingTables,
        List<String> withoutTable,
        boolean stable,
        ChangesView changes) {

    /** Something to talk about. */
    public record TopicView(Facet facet, String code, String label) {}

    /** A need, and the offer that comes nearest to it. */
    public record AnswerView(TopicView need, TopicView offer) {}

    /**
     * Somebody in the room.
     *
     * @param label how the public programme names a contributor; missing for participants
     * @param derived whether the wishes follow from the profiles of the person's city
     * @param origin who says so: organisers for this workshop, the person, or nobody, so that they are derived
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PersonView(
            String key,
            String label,
            String cityId,
            List<TopicView> offers,
            List<TopicView> needs,
            boolean derived,
            Wishes.Origin origin,
            int meetings) {}

    /**
     * A cluster in the room.
     *
     * @param derived whether the wishes follow from its profile
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClusterView(
            String id,
            String name,
            String cityId,
            List<TopicView> offers,
            List<TopicView> needs,
            boolean derived,
            int meetings) {}

    /**
     * A cluster that was taken out of the room, or out of the directory.
     *
     * @param name its name, by which everybody knows it
     * @param waits whether the plan still has it, with a meeting or a working table; mend the plan
     */
    public record ClusterLeft(String id, String name, boolean waits) {}

    /**
     * A meeting.
     *
     * @param score reciprocal score as it is now, 0 to 1
     * @param oneSided whether one side looks for what the other offers and gives nothing in return; the score is 0 then
     * @param gets what the person looks for and the cluster offers; missing when nothing is known
     * @param gives what the cluster looks for and the person offers; missing when nothing is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MeetingView(
            int slot,
            String person,
            String clusterId,
            double score,
            boolean oneSided,
            AnswerView gets,
            AnswerView gives) {}

    /** The people at a working table. */
    public record TableView(String clusterId, List<String> people) {}

    /** What has become different: each meeting as it was or, for moved ones, as it is; and who has another working table. */
    public record ChangesView(List<Slot> removed, List<Slot> added, List<Slot> moved, List<Seat> seats) {

        static ChangesView of(MeetingPlan.Changes changes) {
            return new ChangesView(
                    slots(changes.removed()),
                    slots(changes.added()),
                    changes.moved().stream()
                            .map(moved -> slot(moved.now(), moved.before()))
                            .toList(),
                    changes.seats().stream()
                            .map(seat -> new Seat(seat.person(), seat.from(), seat.to()))
                            .toList());
        }

        private static List<Slot> slots(List<Meeting> meetings) {
            return meetings.stream().map(meeting -> slot(meeting, null)).toList();
        }

        private static Slot slot(Meeting meeting, Integer before) {
            return new Slot(meeting.slot(), meeting.person(), meeting.cluster(), before);
        }
    }

    /**
     * Another working table.
     *
     * @param from cluster at whose table the person sat; missing for who had no chair
     * @param to cluster at whose table the person sits; missing for who has no chair any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Seat(String person, String from, String to) {}

    /**
     * Who meets whom when.
     *
     * @param before the slot of a moved meeting so far; missing for the others
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Slot(int slot, String person, String clusterId, Integer before) {}

    static MeetingDayResponse of(
            MeetingDay day,
            String etag,
            MeetingRoom room,
            Map<String, String> clustersLeft,
            Taxonomy taxonomy,
            MeetingPlan.Changes changes) {
        List<Meeting> meetings = day.meetings();
        Map<String, Long> ofPerson =
                meetings.stream().collect(Collectors.groupingBy(Meeting::person, Collectors.counting()));
        Map<String, Long> ofCluster =
                meetings.stream().collect(Collectors.groupingBy(Meeting::cluster, Collectors.counting()));
        Set<String> people = room.people().stream().map(MeetingRoom.Person::key).collect(Collectors.toSet());
        boolean planned = day.plannedAt() != null;
        return new MeetingDayResponse(
                day.workshopId(),
                etag,
                day.room().slots(),
                day.room().minutes(),
                day.room().startsAt(),
                day.room().tables(),
                day.room().chairs(),
                room.people().stream()
                        .map(person -> new PersonView(
                                person.key(),
                                person.label(),
                                person.cityId(),
                                topics(person.wishes().offers(), taxonomy),
                                topics(person.wishes().needs(), taxonomy),
                                person.wishes().derived(),
                                person.wishes().origin(),
                                ofPerson.getOrDefault(person.key(), 0L).intValue()))
                        .toList(),
                room.clusters().stream()
                        .map(cluster -> new ClusterView(
                                cluster.id(),
                                cluster.name(),
                                cluster.cityId(),
                                topics(cluster.wishes().offers(), taxonomy),
                                topics(cluster.wishes().needs(), taxonomy),
                                cluster.wishes().derived(),
                                ofCluster.getOrDefault(cluster.id(), 0L).intValue()))
                        .toList(),
                day.plannedAt(),
                meetings.stream().map(meeting -> view(meeting, room, taxonomy)).toList(),
                planned
                        ? people.stream()
                                .filter(person -> !ofPerson.containsKey(person))
                                .sorted()
                                .toList()
                        : List.of(),
                planned
                        ? room.clusters().stream()
                                .map(MeetingRoom.Represented::id)
                                .filter(cluster -> !ofCluster.containsKey(cluster))
                                .toList()
                        : List.of(),
                Stream.concat(
                                ofPerson.keySet().stream(),
                                day.tables().values().stream().flatMap(List::stream))
                        .filter(person -> !people.contains(person))
                        .distinct()
                        .sorted()
                        .toList(),
                clustersLeft.entrySet().stream()
                        .map(cluster -> new ClusterLeft(
                                cluster.getKey(),
                                cluster.getValue(),
                                ofCluster.containsKey(cluster.getKey())
                                        || day.tables().containsKey(cluster.getKey())))
                        .toList(),
                day.tables().entrySet().stream()
                        .map(table -> new TableView(table.getKey(), table.getValue()))
                        .toList(),
                planned ? room.withoutTable(day) : List.of(),
                room.isStable(day),
                changes == null ? null : ChangesView.of(changes));
    }

    private static MeetingView view(Meeting meeting, MeetingRoom room, Taxonomy taxonomy) {
        return room.fit(meeting.person(), meeting.cluster())
                .map(fit -> new MeetingView(
                        meeting.slot(),
                        meeting.person(),
                        meeting.cluster(),
                        fit.score(),
                        fit.oneSided(),
                        fit.gets().map(answer -> answer(answer, taxonomy)).orElse(null),
                        fit.gives().map(answer -> answer(answer, taxonomy)).orElse(null)))
                .orElseGet(() ->
                        new MeetingView(meeting.slot(), meeting.person(), meeting.cluster(), 0, false, null, null));
    }

    private static List<TopicView> topics(Collection<Wishes.Topic> topics, Taxonomy taxonomy) {
        return topics.stream().map(topic -> topic(topic, taxonomy)).toList();
    }

    static AnswerView answer(Answer answer, Taxonomy taxonomy) {
        return new AnswerView(topic(answer.need(), taxonomy), topic(answer.offer(), taxonomy));
    }

    private static TopicView topic(Wishes.Topic topic, Taxonomy taxonomy) {
        return new TopicView(topic.facet(), topic.code(), taxonomy.label(topic.facet(), topic.code()));
    }
}
