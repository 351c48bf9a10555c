package eu.urbact.infocus.directory.meeting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import eu.urbact.infocus.directory.meeting.Meeting.Pair;

/**
 * The slots of chosen meetings, as an edge colouring: who has what in which slot. Nobody is in two meetings at once, because each
 * place of the table below holds one meeting.
 */
final class SlotPlan {

    private final MeetingProblem problem;
    /** For each person and each cluster, the partner in each slot (index slot - 1), or null. */
    private final Map<String, String[]> personsDay = new TreeMap<>();

    private final Map<String, String[]> clustersDay = new TreeMap<>();

    SlotPlan(MeetingProblem problem) {
        this.problem = problem;
        problem.people().forEach(person -> personsDay.put(person, new String[problem.slots()]));
        problem.clusters().forEach(cluster -> clustersDay.put(cluster, new String[problem.slots()]));
    }

    void place(Pair pair, int slot) {
        put(pair.person(), pair.cluster(), slot - 1);
    }

    /**
     * Puts a meeting where both are free. When they are free at different times only, the meetings of the two slots change places
     * along the shortest chain that makes room.
     */
    void add(Pair pair) {
        List<Integer> free = freeSlots(personsDay.get(pair.person()));
        List<Integer> freeThere = freeSlots(clustersDay.get(pair.cluster()));
        int both = free.stream()
                .filter(freeThere::contains)
                .min((a, b) -> load(a) != load(b) ? load(a) - load(b) : a - b)
                .orElse(-1);
        if (both >= 0) {
            put(pair.person(), pair.cluster(), both);
            return;
        }
        List<Pair> shortest = null;
        int mine = -1;
        int theirs = -1;
        for (int a : free) {
            for (int b : freeThere) {
                List<Pair> chain = chain(pair.cluster(), a, b);
                if (shortest == null || chain.size() < shortest.size()) {
                    shortest = chain;
                    mine = a;
                    theirs = b;
                }
            }
        }
        if (shortest == null) {
            throw new IllegalStateException("more meetings than slots");
        }
        swap(shortest, mine, theirs);
        put(pair.person(), pair.cluster(), mine);
    }

    /** The meetings in slots a and b that hang together with the one this cluster has in slot a. */
    private List<Pair> chain(String cluster, int a, int b) {
        List<Pair> chain = new ArrayList<>();
        String there = cluster;
        int slot = a;
        boolean atCluster = true;
        while (true) {
            String[] day = (atCluster ? clustersDay : personsDay).get(there);
            String next = day[slot];
            if (next == null) {
                return chain;
            }
            chain.add(atCluster ? new Pair(next, there) : new Pair(there, next));
            there = next;
            atCluster = !atCluster;
            slot = slot == a ? b : a;
        }
    }

    private void swap(List<Pair> chain, int a, int b) {
        List<Pair> inA = chain.stream().filter(pair -> slotOf(pair) == a).toList();
        List<Pair> inB = chain.stream().filter(pair -> slotOf(pair) == b).toList();
        inA.forEach(pair -> clear(pair, a));
        inB.forEach(pair -> clear(pair, b));
        inA.forEach(pair -> put(pair.person(), pair.cluster(), b));
        inB.forEach(pair -> put(pair.person(), pair.cluster(), a));
    }

    /** Makes all slots equally full, to within one meeting. */
    void balance() {
        even(0);
    }

    /** Moves as few meetings as needed, so that the tables in the room suffice in every slot. */
    void fitTables() {
        even(problem.tables());
    }

    /**
     * Where a slot holds at least two meetings more than another, one of the chains of the two slots has one meeting more in the
     * fuller one (both ends of a chain lie in it, otherwise the sums were equal): swapping that chain evens the slots out by one.
     */
    private void even(int enough) {
        while (true) {
            int fullest = 0;
            int emptiest = 0;
            for (int slot = 1; slot < problem.slots(); slot++) {
                fullest = load(slot) > load(fullest) ? slot : fullest;
                emptiest = load(slot) < load(emptiest) ? slot : emptiest;
            }
            if (load(fullest) - load(emptiest) < 2 || load(fullest) <= enough) {
                return;
            }
            swap(longerIn(fullest, emptiest), fullest, emptiest);
        }
    }

    private List<Pair> longerIn(int full, int empty) {
        Set<Pair> seen = new HashSet<>();
        List<Pair> shortest = null;
        for (String cluster : clustersDay.keySet()) {
            String[] day = clustersDay.get(cluster);
            if (day[full] != null && !seen.contains(new Pair(day[full], cluster))) {
                List<Pair> component = component(cluster, full, empty);
                seen.addAll(component);
                long more =
                        component.stream().filter(pair -> slotOf(pair) == full).count();
                if (2 * more > component.size() && (shortest == null || component.size() < shortest.size())) {
                    shortest = component;
                }
            }
        }
        if (shortest == null) {
            throw new IllegalStateException("no chain evens out slots " + full + " and " + empty);
        }
        return shortest;
    }

    private List<Pair> component(String cluster, int a, int b) {
        Set<Pair> all = new HashSet<>(chain(cluster, a, b, new HashSet<>()));
        return List.copyOf(all);
    }

    /** Everything that hangs together with a cluster in two slots, in both directions; a ring is walked once. */
    private Set<Pair> chain(String cluster, int a, int b, Set<Pair> found) {
        for (int first : new int[] {a, b}) {
            String there = cluster;
            int slot = first;
            boolean atCluster = true;
            String next = clustersDay.get(there)[slot];
            while (next != null && found.add(atCluster ? new Pair(next, there) : new Pair(there, next))) {
                there = next;
                atCluster = !atCluster;
                slot = slot == a ? b : a;
                next = (atCluster ? clustersDay : personsDay).get(there)[slot];
            }
        }
        return found;
    }

    /** Changes the order of whole slots as long as that saves somebody an empty slot between two meetings. */
    void closeGaps() {
        boolean better = true;
        while (better) {
            better = false;
            for (int a = 0; a < problem.slots(); a++) {
                for (int b = a + 1; b < problem.slots(); b++) {
                    int before = gaps();
                    exchange(a, b);
                    if (gaps() < before) {
                        better = true;
                    } else {
                        exchange(a, b);
                    }
                }
            }
        }
    }

    private void exchange(int a, int b) {
        for (Map<String, String[]> days : List.of(personsDay, clustersDay)) {
            for (String[] day : days.values()) {
                String kept = day[a];
                day[a] = day[b];
                day[b] = kept;
            }
        }
    }

    private int gaps() {
        int gaps = 0;
        for (Map<String, String[]> days : List.of(personsDay, clustersDay)) {
            for (String[] day : days.values()) {
                int first = -1;
                int last = -1;
                int meetings = 0;
                for (int slot = 0; slot < day.length; slot++) {
                    if (day[slot] != null) {
                        first = first < 0 ? slot : first;
                        last = slot;
                        meetings++;
                    }
                }
                gaps += meetings == 0 ? 0 : last - first + 1 - meetings;
            }
        }
        return gaps;
    }

    List<Meeting> meetings() {
        List<Meeting> meetings = new ArrayList<>();
        personsDay.forEach((person, day) -> {
            for (int slot = 0; slot < day.length; slot++) {
                if (day[slot] != null) {
                    meetings.add(new Meeting(person, day[slot], slot + 1));
                }
            }
        });
        return meetings;
    }

    private void put(String person, String cluster, int slot) {
        String[] personDay = personsDay.get(person);
        String[] clusterDay = clustersDay.get(cluster);
        if (personDay[slot] != null || clusterDay[slot] != null) {
            throw new IllegalStateException("two meetings at once");
        }
        personDay[slot] = cluster;
        clusterDay[slot] = person;
    }

    private void clear(Pair pair, int slot) {
        personsDay.get(pair.person())[slot] = null;
        clustersDay.get(pair.cluster())[slot] = null;
    }

    private int slotOf(Pair pair) {
        return Arrays.asList(personsDay.get(pair.person())).indexOf(pair.cluster());
    }

    private int load(int slot) {
        int load = 0;
        for (String[] day : clustersDay.values()) {
            load += day[slot] == null ? 0 : 1;
        }
        return load;
    }

    private static List<Integer> freeSlots(String[] day) {
        List<Integer> free = new ArrayList<>();
        for (int slot = 0; slot < day.length; slot++) {
            if (day[slot] == null) {
                free.add(slot);
            }
        }
        return free;
    }
}
