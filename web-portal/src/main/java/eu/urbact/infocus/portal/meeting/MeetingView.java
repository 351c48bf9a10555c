package eu.urbact.infocus.portal.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import eu.urbact.infocus.portal.shell.services.Application;
import eu.urbact.infocus.portal.shell.services.MeetingDay;

/** The meetings with the names that registration-service knows, arranged for paper. */
public final class MeetingView {

    /** So begin the keys of contributors, which are short. */
    private static final String CONTRIBUTOR = "c-";

    private static final int LETTERS = 8;

    private final MeetingDay day;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> clusters;
    private final Map<String, String> clustersLeft;
    private final boolean named;

    MeetingView(MeetingDay day, List<Application> admitted, boolean named) {
        this.day = day;
        this.named = named;
        admitted.forEach(application -> names.put(application.id(), application.name()));
        day.people().stream()
                .filter(person -> person.label() != null)
                .forEach(person -> names.put(person.key(), person.label()));
        this.clusters = day.clusters().stream()
                .collect(Collectors.toMap(MeetingDay.Represented::id, MeetingDay.Represented::name));
        this.clustersLeft = day.clustersLeft().stream()
                .collect(Collectors.toMap(MeetingDay.ClusterLeft::id, MeetingDay.ClusterLeft::name));
    }

    /** The meetings as the service knows them. */
    public MeetingDay getDay() {
        return day;
    }

    /** Whether the names of participants could be looked up. */
    public boolean isNamed() {
        return named;
    }

    /**
     * A person's name. Who cannot be looked up is called by the key: a contributor by all of it, a participant by its end, as the
     * beginning is the time of the application and the same for whoever applied in the same minute.
     */
    public String name(String key) {
        String known = names.get(key);
        if (known != null) {
            return known;
        }
        return "Person "
                + (key.startsWith(CONTRIBUTOR) || key.length() <= LETTERS
                        ? key
                        : key.substring(key.length() - LETTERS));
    }

    /** A cluster's name, also of one that is not in the room any more. */
    public String cluster(String id) {
        return clusters.getOrDefault(id, clustersLeft.getOrDefault(id, id));
    }

    /** Names of the clusters of the plan that are not in the room any more, so that it waits for being mended. */
    public List<String> getClustersGone() {
        return day.clustersLeft().stream()
                .filter(MeetingDay.ClusterLeft::waits)
                .map(MeetingDay.ClusterLeft::name)
                .sorted()
                .toList();
    }

    /** The people by name. */
    public List<MeetingDay.Person> getPeople() {
        return day.people().stream()
                .sorted(Comparator.comparing(person -> name(person.key())))
                .toList();
    }

    /**
     * One slot of the plan.
     *
     * @param startsAt its first moment, or null
     * @param gone whether the day has fewer slots by now, so that its meetings wait for the plan to be mended
     */
    public record Slot(int number, Instant startsAt, boolean gone, List<MeetingDay.Meeting> meetings) {}

    /** The plan slot by slot, those included that are gone and still have meetings; without a plan nothing. */
    public List<Slot> getSlots() {
        return IntStream.rangeClosed(1, Math.max(day.slots(), lastSlot()))
                .mapToObj(number -> new Slot(number, startOf(number), isGone(number), meetings(number)))
                .filter(slot -> !slot.gone() || !slot.meetings().isEmpty())
                .filter(slot -> day.plannedAt() != null)
                .toList();
    }

    private int lastSlot() {
        return day.meetings().stream().mapToInt(MeetingDay.Meeting::slot).max().orElse(0);
    }

    /** Whether the day has fewer slots than this one by now. */
    public boolean isGone(int slot) {
        return slot > day.slots();
    }

    /** How many meetings are in slots that are gone. */
    public long getHomeless() {
        return day.meetings().stream().filter(meeting -> isGone(meeting.slot())).count();
    }

    private List<MeetingDay.Meeting> meetings(int slot) {
        return day.meetings().stream()
                .filter(meeting -> meeting.slot() == slot)
                .sorted(Comparator.comparing(meeting -> cluster(meeting.clusterId())))
                .toList();
    }

    /** Whether one of the two has no other meeting. */
    public boolean isOnly(MeetingDay.Meeting meeting) {
        return day.meetings().stream()
                                .filter(other -> other.person().equals(meeting.person()))
                                .count()
                        == 1
                || day.meetings().stream()
                                .filter(other -> other.clusterId().equals(meeting.clusterId()))
                                .count()
                        == 1;
    }

    /** When a slot begins; null while that is open, and for slots that are gone. */
    public Instant startOf(int slot) {
        return day.startsAt() == null || isGone(slot)
                ? null
                : day.startsAt().plusSeconds(60L * day.minutes() * (slot - 1));
    }

    /** The plan of each person, by name: what is handed out. */
    public Map<String, List<MeetingDay.Meeting>> getPersonal() {
        Map<String, List<MeetingDay.Meeting>> plans = new LinkedHashMap<>();
        for (MeetingDay.Person person : getPeople()) {
            List<MeetingDay.Meeting> own = new ArrayList<>(day.meetings().stream()
                    .filter(meeting -> meeting.person().equals(person.key()))
                    .sorted(Comparator.comparingInt(MeetingDay.Meeting::slot))
                    .toList());
            plans.put(person.key(), own);
        }
        return plans;
    }

    /** Names of people without a meeting. */
    public List<String> getWithout() {
        return day.withoutMeeting().stream().map(this::name).sorted().toList();
    }

    /** Names of clusters without a meeting. */
    public List<String> getClustersWithout() {
        return day.clustersWithoutMeeting().stream().map(this::cluster).toList();
    }

    /**
     * Somebody without a meeting after a plan was mended.
     *
     * @param lost whether that is so because of the mending
     */
    public record Left(String name, boolean lost) {}

    /** People and clusters without a meeting after the plan was mended, by name; people come first. */
    public List<Left> getLeftOver() {
        List<MeetingDay.Slot> removed =
                day.changes() == null ? List.of() : day.changes().removed();
        Stream<Left> people = day.withoutMeeting().stream()
                .map(key -> new Left(
                        name(key), removed.stream().anyMatch(m -> m.person().equals(key))))
                .sorted(Comparator.comparing(Left::name));
        Stream<Left> hosts = day.clustersWithoutMeeting().stream()
                .map(id -> new Left(cluster(id), removed.stream().anyMatch(m -> m.clusterId()
                        .equals(id))))
                .sorted(Comparator.comparing(Left::name));
        return Stream.concat(people, hosts).toList();
    }

    /** The working table at which a person sits; null for who has no chair, and while there is no plan. */
    public MeetingDay.Table tableOf(String person) {
        return day.workingTables().stream()
                .filter(table -> table.people().contains(person))
                .findFirst()
                .orElse(null);
    }

    /** Names of people without a chair at a working table. */
    public List<String> getWithoutTable() {
        return day.withoutTable().stream().map(this::name).sorted().toList();
    }

    /** How many people have left since the plan was made. */
    public int getLeft() {
        return day.left().size();
    }

    /** Whether a person of the plan has no place any more, so that the plan waits for being mended. */
    public boolean isAway(String person) {
        return day.left().contains(person);
    }

    /** The plan of each cluster in the room, by name: what lies on its table. */
    public Map<String, List<MeetingDay.Meeting>> getHosting() {
        Map<String, List<MeetingDay.Meeting>> plans = new LinkedHashMap<>();
        day.clusters().stream()
                .sorted(Comparator.comparing(MeetingDay.Represented::name))
                .forEach(host -> plans.put(
                        host.id(),
                        day.meetings().stream()
                                .filter(meeting -> meeting.clusterId().equals(host.id()))
                                .sorted(Comparator.comparingInt(MeetingDay.Meeting::slot))
                                .toList()));
        return plans;
    }

    /** Whether a cluster is in the room. */
    public boolean has(String clusterId) {
        return clusters.containsKey(clusterId);
    }

    /** Labels of topics in one line. */
    public String words(List<MeetingDay.Topic> topics) {
        return topics.isEmpty()
                ? "nothing known"
                : topics.stream().map(MeetingDay.Topic::label).collect(Collectors.joining(", "));
    }

    /** The codes of topics, for the form. */
    static Set<String> codes(List<MeetingDay.Topic> topics) {
        return topics.stream().map(MeetingDay.Topic::code).collect(Collectors.toSet());
    }
}
