package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The meetings of a workshop.
 *
 * @param etag version that was seen
 * @param slots number of slots
 * @param minutes length of a slot
 * @param startsAt when the first slot begins, or null
 * @param tables meetings that fit into the room at once
 * @param chairs people at one working table
 * @param plannedAt when the plan was made, or null
 * @param withoutMeeting keys of people without a meeting
 * @param clustersWithoutMeeting ids of clusters without a meeting
 * @param left keys of people with a meeting or a working table who are not in the room any more
 * @param clustersLeft clusters of the plan or of its changes that are not in the room any more
 * @param workingTables who sits where
 * @param withoutTable keys of people without a chair at a working table
 * @param stable whether nobody would rather sit elsewhere and be wanted there
 * @param changes what the last request changed in the plan, or null
 */
public record MeetingDay(
        String workshopId,
        String etag,
        int slots,
        int minutes,
        Instant startsAt,
        int tables,
        int chairs,
        List<Person> people,
        List<Represented> clusters,
        Instant plannedAt,
        List<Meeting> meetings,
        List<String> withoutMeeting,
        List<String> clustersWithoutMeeting,
        List<String> left,
        List<ClusterLeft> clustersLeft,
        List<Table> workingTables,
        List<String> withoutTable,
        boolean stable,
        Changes changes) {

    /** Completes what a service left out. */
    public MeetingDay {
        clustersLeft = clustersLeft == null ? List.of() : clustersLeft;
        withoutTable = withoutTable == null ? List.of() : withoutTable;
    }

    /** Something to talk about. */
    public record Topic(String facet, String code, String label) {}

    /** Somebody in the room; the label is a contributor's, and the origin says whose the wishes are: ENTERED, STATED or DERIVED. */
    public record Person(
            String key,
            String label,
            String cityId,
            List<Topic> offers,
            List<Topic> needs,
            boolean derived,
            String origin,
            int meetings) {}

    /** A cluster in the room. */
    public record Represented(
            String id,
            String name,
            String cityId,
            List<Topic> offers,
            List<Topic> needs,
            boolean derived,
            int meetings) {}

    /** A cluster that was taken out of the room or of the directory, and whether the plan still has it. */
    public record ClusterLeft(String id, String name, boolean waits) {}

    /** A need, and the offer that comes nearest to it. */
    public record Answered(Topic need, Topic offer) {

        /** Whether it is offered as it is needed. */
        public boolean isExact() {
            return need.code().equals(offer.code());
        }
    }

    /** A meeting; a one-sided one gives something to one side only. */
    public record Meeting(
            int slot, String person, String clusterId, double score, boolean oneSided, Answered gets, Answered gives) {}

    /** The people at a working table. */
    public record Table(String clusterId, List<String> people) {}

    /** What has become different. */
    public record Changes(List<Slot> removed, List<Slot> added, List<Slot> moved, List<Seat> seats) {

        /** Completes what a service left out. */
        public Changes {
            seats = seats == null ? List.of() : seats;
        }

        /** Whether there is nothing to tell anybody. */
        public boolean isEmpty() {
            return removed.isEmpty() && added.isEmpty() && moved.isEmpty() && seats.isEmpty();
        }
    }

    /** Another working table; the cluster of the one before, or of the new one, is null where there is none. */
    public record Seat(String person, String from, String to) {}

    /** Who meets whom when; {@code before} is the slot of a moved meeting so far, and null for the others. */
    public record Slot(int slot, String person, String clusterId, Integer before) {}

    /** How the room is laid out. */
    public record Room(Integer slots, Integer minutes, OffsetDateTime startsAt, Integer tables, Integer chairs) {}

    /** What somebody offers and needs. */
    public record Wishes(List<Wish> offers, List<Wish> needs) {}

    /** A competence or a NACE division. */
    public record Wish(String facet, String code) {}

    /** Somebody without an application. */
    public record Contributor(String label, String cityId) {}
}
