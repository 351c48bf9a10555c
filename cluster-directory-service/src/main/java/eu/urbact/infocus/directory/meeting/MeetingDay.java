package eu.urbact.infocus.directory.meeting;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The meetings of one workshop: who is in the room, what they offer and need, and the plan. */
@Entity
@Table(name = "meeting_day")
public class MeetingDay {

    @Id
    private UUID workshopId;

    @Version
    private long version;

    private int slots;
    private int minutes;
    private Instant startsAt;
    private int tables;
    private int chairs;
    private Instant plannedAt;

    @ElementCollection
    @CollectionTable(name = "meeting_cluster", joinColumns = @JoinColumn(name = "workshop_id"))
    @Column(name = "cluster_id")
    private Set<String> clusters = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "meeting_contributor", joinColumns = @JoinColumn(name = "workshop_id"))
    private Set<Contributor> contributors = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "meeting_wish", joinColumns = @JoinColumn(name = "workshop_id"))
    private Set<Wish> wishes = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "meeting", joinColumns = @JoinColumn(name = "workshop_id"))
    private Set<PlannedMeeting> meetings = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "meeting_chair", joinColumns = @JoinColumn(name = "workshop_id"))
    private Set<Chair> seated = new HashSet<>();

    /** For Hibernate. */
    protected MeetingDay() {}

    MeetingDay(UUID workshopId, Room room) {
        this.workshopId = workshopId;
        arrange(room);
    }

    /**
     * How the room and the day are laid out.
     *
     * @param slots number of slots; nobody has more meetings
     * @param minutes length of a slot
     * @param startsAt when the first slot begins, or null while that is open
     * @param tables meetings that fit into the room at once
     * @param chairs people at one working table
     */
    public record Room(int slots, int minutes, Instant startsAt, int tables, int chairs) {}

    final void arrange(Room room) {
        this.slots = room.slots();
        this.minutes = room.minutes();
        this.startsAt = room.startsAt();
        this.tables = room.tables();
        this.chairs = room.chairs();
    }

    void bring(String clusterId) {
        clusters.add(clusterId);
    }

    void takeAway(String clusterId) {
        clusters.remove(clusterId);
        wishes.removeIf(
                wish -> wish.side() == Wish.Side.CLUSTER && wish.subject().equals(clusterId));
    }

    void bring(Contributor contributor) {
        contributors.removeIf(known -> known.person().equals(contributor.person()));
        contributors.add(contributor);
    }

    void takeAwayContributor(String person) {
        contributors.removeIf(known -> known.person().equals(person));
        wishes.removeIf(
                wish -> wish.side() == Wish.Side.PERSON && wish.subject().equals(person));
    }

    /** Takes the place of everything that was entered for this side; nothing means that the profiles speak again. */
    void wish(Wish.Side side, String subject, Collection<Wish> entered) {
        wishes.removeIf(wish -> wish.side() == side && wish.subject().equals(subject) && !entered.contains(wish));
        wishes.addAll(entered);
    }

    void plan(Collection<Meeting> plan, Map<String, List<String>> tablesOf, Instant now) {
        Set<PlannedMeeting> planned = plan.stream()
                .map(meeting -> new PlannedMeeting(meeting.person(), meeting.cluster(), meeting.slot()))
                .collect(Collectors.toSet());
        meetings.clear();
        meetings.addAll(planned);
        seated.clear();
        tablesOf.forEach((cluster, people) -> people.forEach(person -> seated.add(new Chair(person, cluster))));
        plannedAt = now;
    }

    public UUID workshopId() {
        return workshopId;
    }

    public long version() {
        return version;
    }

    public Room room() {
        return new Room(slots, minutes, startsAt, tables, chairs);
    }

    /** When the plan was made, or null while there is none. */
    public Instant plannedAt() {
        return plannedAt;
    }

    /** Ids of the clusters in the room. */
    public Set<String> clusters() {
        return new TreeSet<>(clusters);
    }

    /** Those who take part without an application, by key. */
    public Map<String, Contributor> contributors() {
        return contributors.stream()
                .collect(Collectors.toMap(Contributor::person, contributor -> contributor, (a, b) -> b, TreeMap::new));
    }

    /** What was entered for this workshop. */
    public Set<Wish> wishes() {
        return Set.copyOf(wishes);
    }

    /** The plan, in its order. */
    public List<Meeting> meetings() {
        return meetings.stream()
                .map(PlannedMeeting::meeting)
                .sorted(Meeting.ORDER)
                .toList();
    }

    /** The people at each working table, by cluster. */
    public Map<String, List<String>> tables() {
        return seated.stream()
                .sorted(java.util.Comparator.comparing(Chair::person))
                .collect(Collectors.groupingBy(
                        Chair::clusterId, TreeMap::new, Collectors.mapping(Chair::person, Collectors.toList())));
    }
}
