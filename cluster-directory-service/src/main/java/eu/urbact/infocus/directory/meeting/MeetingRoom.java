package eu.urbact.infocus.directory.meeting;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import eu.urbact.infocus.directory.meeting.Meeting.Pair;

/**
 * Everybody in the room with what they offer and need, and how well each person and each cluster fit. A person and a cluster of
 * the same city do not meet: they know each other.
 */
public final class MeetingRoom {

    /**
     * A participant or contributor.
     *
     * @param key application id, or the key of a contributor
     * @param label how the public programme names a contributor; null for a participant, whose name is not known here
     * @param cityId the city for which the person comes, or null
     * @param wishes what the person offers and needs
     */
    public record Person(String key, String label, String cityId, Wishes wishes) {}

    /**
     * A cluster that is represented.
     *
     * @param id its id
     * @param name its name
     * @param cityId its city, or null
     * @param wishes what it offers and needs
     */
    public record Represented(String id, String name, String cityId, Wishes wishes) {}

    /**
     * How a person and a cluster fit.
     *
     * @param person key of the person
     * @param cluster id of the cluster
     * @param wanted how well the cluster's offers cover the person's needs, 0 to 1
     * @param wantedBack how well the person's offers cover the cluster's needs, 0 to 1
     * @param score the reciprocal score of both, 0 to 1
     * @param gets the need of the person that the cluster answers best, and its answer; missing when there is none
     * @param gives the need of the cluster that the person answers best, and the answer; missing when there is none
     */
    public record Fit(
            String person,
            String cluster,
            double wanted,
            double wantedBack,
            double score,
            Optional<Answer> gets,
            Optional<Answer> gives) {

        /** Whether one of the two wants the meeting and the other has nothing to gain by it. */
        public boolean oneSided() {
            return score == 0 && Math.max(wanted, wantedBack) > 0;
        }
    }

    private final Map<String, Person> people = new TreeMap<>();
    private final Map<String, Represented> clusters = new TreeMap<>();
    private final Map<Pair, Fit> fits = new LinkedHashMap<>();

    MeetingRoom(List<Person> people, List<Represented> clusters, Preference preference) {
        people.forEach(person -> this.people.put(person.key(), person));
        clusters.forEach(cluster -> this.clusters.put(cluster.id(), cluster));
        for (Person person : this.people.values()) {
            for (Represented cluster : this.clusters.values()) {
                if (person.cityId() == null || !Objects.equals(person.cityId(), cluster.cityId())) {
                    fits.put(new Pair(person.key(), cluster.id()), fit(person, cluster, preference));
                }
            }
        }
    }

    private static Fit fit(Person person, Represented cluster, Preference preference) {
        Wishes mine = person.wishes();
        Wishes theirs = cluster.wishes();
        double wanted = preference.of(mine.needs(), theirs.offers());
        double back = preference.of(theirs.needs(), mine.offers());
        return new Fit(
                person.key(),
                cluster.id(),
                wanted,
                back,
                ReciprocalScore.of(wanted, back),
                preference.best(mine.needs(), theirs.offers()),
                preference.best(theirs.needs(), mine.offers()));
    }

    /** Everybody, by key. */
    public List<Person> people() {
        return List.copyOf(people.values());
    }

    /** The clusters, by id. */
    public List<Represented> clusters() {
        return List.copyOf(clusters.values());
    }

    /** How a person fits the clusters, best first. */
    public List<Fit> fitsOf(String person) {
        return fits.values().stream()
                .filter(fit -> fit.person().equals(person))
                .sorted(Comparator.comparingDouble((Fit fit) -> -fit.score())
                        .thenComparing(fit -> -Math.max(fit.wanted(), fit.wantedBack()))
                        .thenComparing(Fit::cluster))
                .toList();
    }

    /** How two fit; empty for people and clusters of one city and for strangers. */
    public Optional<Fit> fit(String person, String cluster) {
        return Optional.ofNullable(fits.get(new Pair(person, cluster)));
    }

    MeetingProblem problem(MeetingDay.Room room) {
        Map<Pair, Double> scores = new LinkedHashMap<>();
        Map<Pair, Double> oneSided = new LinkedHashMap<>();
        fits.forEach((pair, fit) -> {
            scores.put(pair, fit.score());
            if (fit.oneSided()) {
                oneSided.put(pair, Math.max(fit.wanted(), fit.wantedBack()));
            }
        });
        return new MeetingProblem(
                List.copyOf(people.keySet()),
                List.copyOf(clusters.keySet()),
                room.slots(),
                room.tables(),
                scores,
                oneSided);
    }

    StableTables tables(MeetingDay.Room room) {
        Map<String, Integer> chairs = new TreeMap<>();
        clusters.keySet().forEach(cluster -> chairs.put(cluster, room.chairs()));
        Map<Pair, Double> wishes = new LinkedHashMap<>();
        Map<Pair, Double> scores = new LinkedHashMap<>();
        fits.forEach((pair, fit) -> {
            wishes.put(pair, fit.wanted());
            scores.put(pair, fit.score());
        });
        return new StableTables(chairs, wishes, scores);
    }

    /** Whether nobody in the room would rather sit elsewhere and be wanted there, and the chairs suffice; true when made of this room. */
    public boolean isStable(MeetingDay day) {
        return tables(day.room()).isStable(List.copyOf(people.keySet()), day.tables());
    }

    /** Keys of people in the room who sit at the table of no cluster in the room. */
    public List<String> withoutTable(MeetingDay day) {
        return people.keySet().stream()
                .filter(person -> day.tables().entrySet().stream()
                        .noneMatch(table -> clusters.containsKey(table.getKey())
                                && table.getValue().contains(person)))
                .toList();
    }
}
