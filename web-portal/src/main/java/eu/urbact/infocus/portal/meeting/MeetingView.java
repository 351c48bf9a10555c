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

import eu.urbact.infocus.portal.shell.services.Application;
import eu.urbact.infocus.portal.shell.services.MeetingDay;

/** The meetings with the names that registration-service knows, arranged for paper. */
public final class MeetingView {

    private final MeetingDay day;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> clusters;
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
    }

    /** The meetings as the service knows them. */
    public MeetingDay getDay() {
        return day;
    }

    /** Whether the names of participants could be looked up. */
    public boolean isNamed() {
        return named;
    }

    /** A person's name; who cannot be looked up is called by the first letters of the key. */
    public String name(String key) {
        return names.getOrDefault(key, "Person " + key.substring(0, Math.min(8, key.length())));
    }

    /** A cluster's name. */
    public String cluster(String id) {
        return clusters.getOrDefault(id, id);
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
     */
    public record Slot(int number, Instant startsAt, List<MeetingDay.Meeting> meetings) {}

    /** The plan slot by slot; without a plan nothing. */
    public List<Slot> getSlots() {
        return IntStream.rangeClosed(1, day.slots())
                .mapToObj(number -> new Slot(number, startOf(number), meetings(number)))
                .filter(slot -> day.plannedAt() != null)
                .toList();
    }

    private List<MeetingDay.Meeting> meetings(int slot) {
        return day.meetings().stream()
                .filter(meeting -> meeting.slot() == slot)
                .sorted(Comparator.comparing(meeting -> cluster(meeting.clusterId())))
                .toList();
    }

    private Instant startOf(int slot) {
        return day.startsAt() == null ? null : day.startsAt().plusSeconds(60L * day.minutes() * (slot - 1));
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

    /** How many people have left since the plan was made. */
    public int getLeft() {
        return day.left().size();
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
