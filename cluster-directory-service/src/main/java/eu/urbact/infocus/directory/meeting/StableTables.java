package eu.urbact.infocus.directory.meeting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
     * @return the people of each table in the order in which the table prefers them; a person is missing only when all chairs
     *     are taken by people whom the tables prefer
     */
    public Map<String, List<String>> seat(List<String> people) {
        Map<String, Deque<String>> proposals = new HashMap<>();
        Deque<String> unseated =
                new ArrayDeque<>(people.stream().distinct().sorted().toList());
        unseated.forEach(person -> proposals.put(person, new ArrayDeque<>(tablesBy(person))));
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
            there.sort(peopleBy(table));
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
     * @param seated people of each table
     * @return such pairs
     */
    public List<Pair> blocking(List<String> people, Map<String, List<String>> seated) {
        List<Pair> blocking = new ArrayList<>();
        for (String person : people.stream().distinct().sorted().toList()) {
            for (String table : tablesBy(person)) {
                List<String> there = seated.getOrDefault(table, List.of());
                if (there.contains(person)) {
                    break;
                }
                boolean free = there.size() < chairs.get(table);
                if (free || there.stream().anyMatch(other -> peopleBy(table).compare(person, other) < 0)) {
                    blocking.add(new Pair(person, table));
                }
            }
        }
        return blocking;
    }

    private List<String> tablesBy(String person) {
        return chairs.keySet().stream()
                .sorted(Comparator.comparingDouble((String table) -> -wishes.getOrDefault(new Pair(person, table), 0.0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private Comparator<String> peopleBy(String table) {
        return Comparator.comparingDouble((String person) -> -scores.getOrDefault(new Pair(person, table), 0.0))
                .thenComparing(Comparator.naturalOrder());
    }
}
