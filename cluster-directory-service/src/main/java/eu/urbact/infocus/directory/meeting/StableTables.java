package eu.urbact.infocus.directory.meeting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import eu.urbact.infocus.directory.meeting.Meeting.Pair;

/**
 * Distributes people over working tables with a limited number of chairs by deferred acceptance (Gale and Shapley, 1962), the
 * people proposing. The result is stable: there is no person and no table that would both rather have each other than what they
 * got. Among all stable distributions it is the best for every person.
 */
public final class StableTables {

    private final Map<Pair, Double> wishes;
    private final Map<Pair, Double> scores;
    private final Map<String, Integer> chairs;

    /**
     * The tables and what both sides think of each other.
     *
     * @param chairs number of chairs of each table, by cluster id; 0 or more
     * @param wishes how much a person wants to sit at the table of a cluster, 0 to 1; missing means 0
     * @param scores how well both fit, by which a table that is full chooses, 0 to 1; missing means 0
     */
    public StableTables(Map<String, Integer> chairs, Map<Pair, Double> wishes, Map<Pair, Double> scores) {
        this.chairs = new TreeMap<>(chairs);
        this.wishes = Map.copyOf(wishes);
        this.scores = Map.copyOf(scores);
    }

    /**
     * Seats the people. Equal wishes are broken by the keys, so the result is the same for the same input.
     *
     * @param people keys of the people
     * @return see {@link #seat(List, Map)}
     */
    public Map<String, List<String>> seat(List<String> people) {
        return seat(people, Map.of());
    }

    /**
     * Seats the people anew. Where a person has equal wishes, or a table equal scores, they stay together who sat together; what is equal
     * then is broken by the keys. Somebody changes the table all the same when a better chair has become free.
     *
     * @param people keys of the people
     * @param before people of each table so far
     * @return the people of each table in the order in which the table prefers them; a person is missing only when all chairs
     *     are taken by people whom the tables prefer
     */
    public Map<String, List<String>> seat(List<String> people, Map<String, List<String>> before) {
        Map<String, Deque<String>> proposals = new HashMap<>();
        Deque<String> unseated =
                new ArrayDeque<>(people.stream().distinct().sorted().toList());
        unseated.forEach(person -> proposals.put(person, new ArrayDeque<>(tablesBy(person, before))));
        Map<String, List<String>> seated = new TreeMap<>();
        chairs.keySet().forEach(table -> seated.put(table, new ArrayList<>()));
        while (!unseated.isEmpty()) {
            String person = unseated.poll();
            String table = proposals.get(person).poll();
            if (table == null) {
                continue;
            }
            List<String> there = seated.get(table);
            there.add(person);
            there.sort(peopleBy(table, before));
            if (there.size() > chairs.get(table)) {
                unseated.add(there.remove(there.size() - 1));
            }
        }
        return seated;
    }

    /**
     * The pairs that would rather have each other than what they got. Empty for every result of {@link #seat}.
     *
     * @param people keys of all people, seated or not
     * @param seated people of each table; who is not among the people leaves the chair free
     * @return such pairs
     */
    public List<Pair> blocking(List<String> people, Map<String, List<String>> seated) {
        List<Pair> blocking = new ArrayList<>();
        Map<String, List<String>> present = present(people, seated);
        for (String person : people.stream().distinct().sorted().toList()) {
            // whoever has no chair would rather have any
            double got = chairs.keySet().stream()
                    .filter(table -> present.get(table).contains(person))
                    .mapToDouble(table -> wish(person, table))
                    .findFirst()
                    .orElse(-1);
            for (String table : chairs.keySet()) {
                List<String> there = present.get(table);
                boolean wanted = there.size() < chairs.get(table)
                        || there.stream().anyMatch(other -> score(other, table) < score(person, table));
                if (wish(person, table) > got && wanted && chairs.get(table) > 0) {
                    blocking.add(new Pair(person, table));
                }
            }
        }
        return blocking;
    }

    /**
     * Whether the distribution holds: nobody would both rather have each other, and no table has more people than chairs.
     *
     * @param people keys of all people, seated or not
     * @param seated people of each table; who is not among the people leaves the chair free
     * @return true for every result of {@link #seat}
     */
    public boolean isStable(List<String> people, Map<String, List<String>> seated) {
        Map<String, List<String>> present = present(people, seated);
        return chairs.entrySet().stream()
                        .allMatch(table -> present.get(table.getKey()).size() <= table.getValue())
                && blocking(people, seated).isEmpty();
    }

    private Map<String, List<String>> present(List<String> people, Map<String, List<String>> seated) {
        Set<String> here = Set.copyOf(people);
        Map<String, List<String>> present = new TreeMap<>();
        chairs.keySet()
                .forEach(table -> present.put(
                        table,
                        seated.getOrDefault(table, List.of()).stream()
                                .filter(here::contains)
                                .toList()));
        return present;
    }

    private List<String> tablesBy(String person, Map<String, List<String>> before) {
        return chairs.keySet().stream()
                .sorted(Comparator.comparingDouble((String table) -> -wish(person, table))
                        .thenComparing(table -> !sat(person, table, before))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private Comparator<String> peopleBy(String table, Map<String, List<String>> before) {
        return Comparator.comparingDouble((String person) -> -score(person, table))
                .thenComparing(person -> !sat(person, table, before))
                .thenComparing(Comparator.naturalOrder());
    }

    private static boolean sat(String person, String table, Map<String, List<String>> before) {
        return before.getOrDefault(table, List.of()).contains(person);
    }

    private double wish(String person, String table) {
        return wishes.getOrDefault(new Pair(person, table), 0.0);
    }

    private double score(String person, String table) {
        return scores.getOrDefault(new Pair(person, table), 0.0);
    }
}
