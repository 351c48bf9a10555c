package eu.urbact.infocus.directory.meeting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import eu.urbact.infocus.directory.meeting.Meeting.Pair;

/**
 * Looks for the plan with the fewest changes among those in which as many people and clusters as possible have a meeting.
 *
 * <p>It starts from the meetings that are still possible and decides one thing after the other: whom a person or a cluster without
 * a meeting meets and when, or that it stays without one; for each meeting that is in the way of such a one, or for which there is
 * no table any more, whether it is moved, and where to, or dropped. It tries one change first, then two, and so on, so that what it
 * finds needs no more than any other plan, and of several it keeps the best. A meeting whose slot is gone is moved at no cost.
 *
 * <p>The search is broken off after a fixed number of steps, not after a time, which makes the result the same everywhere. In a
 * large room one decision weighs as many places or meetings as a small room has altogether, so each {@value #LOOKED_AT_IN_A_STEP} of
 * them count as a further step: the largest room takes hardly longer than others. With the drop-outs of a usual day the search ends
 * long before.
 */
final class FewestChanges {

    private static final int STEPS = 60_000;
    private static final int LOOKED_AT_IN_A_STEP = 16;
    private static final int NOBODY = -1;

    /** A meeting that was in the plan and has no place at the moment. */
    private record Homeless(int person, int cluster, int before) {}

    /** Where a meeting could be put, with the meetings that are in the way. */
    private record Place(int person, int cluster, int slot, int disturbed, Gain worth) {}

    private static final Comparator<Place> EASIEST_FIRST = Comparator.comparingInt(Place::disturbed)
            .thenComparing(Comparator.comparing(Place::worth).reversed())
            .thenComparingInt(Place::slot);

    private final MeetingProblem problem;
    private final Function<Pair, Gain> worth;
    private final int people;
    private final int clusters;
    private final int slots;
    /** How many may stay without a meeting. */
    private final int mayStayOut;

    /** The cluster a person meets in a slot, and the person a cluster meets. */
    private final int[][] personsDay;

    private final int[][] clustersDay;
    private final int[] load;
    private final int[] meetings;
    /** Meetings on which the search has decided. */
    private final boolean[][] decided;

    private final boolean[][] dropped;
    private final boolean[] givenUp;
    private final boolean[][] possible;
    private final Deque<Homeless> homeless = new ArrayDeque<>();
    private int stepsLeft = STEPS;
    private List<Meeting> best;
    private Gain bestWorth;

    /**
     * @param problem who is there now
     * @param kept meetings so far of those who are still there, with their slots
     * @param covered how many people and clusters can have a meeting
     * @param worth what a meeting counts among plans with equally few changes
     */
    FewestChanges(MeetingProblem problem, Map<Pair, Integer> kept, int covered, Function<Pair, Gain> worth) {
        this.problem = problem;
        this.worth = worth;
        this.people = problem.people().size();
        this.clusters = problem.clusters().size();
        this.slots = problem.slots();
        this.mayStayOut = people + clusters - covered;
        this.personsDay = filled(people, slots);
        this.clustersDay = filled(clusters, slots);
        this.load = new int[slots];
        this.meetings = new int[people + clusters];
        this.decided = new boolean[people][slots];
        this.dropped = new boolean[people][clusters];
        this.givenUp = new boolean[people + clusters];
        this.possible = new boolean[people][clusters];
        for (int p = 0; p < people; p++) {
            for (int c = 0; c < clusters; c++) {
                possible[p][c] = problem.meets(
                        problem.people().get(p), problem.clusters().get(c));
            }
        }
        kept.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(Pair::person).thenComparing(Pair::cluster)))
                .forEach(meeting -> {
                    int p = problem.people().indexOf(meeting.getKey().person());
                    int c = problem.clusters().indexOf(meeting.getKey().cluster());
                    if (meeting.getValue() > slots) {
                        homeless.push(new Homeless(p, c, NOBODY));
                    } else {
                        put(p, c, meeting.getValue() - 1);
                    }
                });
    }

    private static int[][] filled(int rows, int columns) {
        int[][] days = new int[rows][columns];
        for (int[] day : days) {
            Arrays.fill(day, NOBODY);
        }
        return days;
    }

    /**
     * The best plan with fewer changes than one that is known.
     *
     * @param from no plan has fewer changes than this
     * @param below the changes of the plan that is known
     * @return the plan; none when none was found
     */
    Optional<List<Meeting>> find(int from, int below) {
        for (int changes = from; changes < below && best == null && stepsLeft > 0; changes++) {
            search(changes);
        }
        return Optional.ofNullable(best);
    }

    private void search(int changesLeft) {
        if (tooMany(changesLeft) || --stepsLeft < 0) {
            return;
        }
        for (int slot = 0; slot < slots; slot++) {
            if (load[slot] > problem.tables()) {
                clearTable(slot, changesLeft);
                return;
            }
        }
        if (!homeless.isEmpty()) {
            settle(homeless.pop(), changesLeft);
            return;
        }
        int without = 0;
        int stayOut = 0;
        int first = NOBODY;
        for (int one = 0; one < people + clusters; one++) {
            if (meetings[one] == 0) {
                without++;
                stayOut += givenUp[one] ? 1 : 0;
                first = first == NOBODY && !givenUp[one] ? one : first;
            }
        }
        if (without <= mayStayOut) {
            keepIfBest();
        } else if (first != NOBODY && changesLeft > 0) {
            cover(first, changesLeft);
            if (stayOut < mayStayOut) {
                givenUp[first] = true;
                search(changesLeft);
                givenUp[first] = false;
            }
        }
    }

    /** Whether more changes are needed than are left: a change brings at most two people or clusters a meeting. */
    private boolean tooMany(int changesLeft) {
        int free = 0;
        for (Homeless meeting : homeless) {
            free += meeting.before() == NOBODY ? 1 : 0;
        }
        int needed = homeless.size() - free;
        for (int slot = 0; slot < slots; slot++) {
            needed += Math.max(0, load[slot] - problem.tables());
        }
        if (needed > changesLeft) {
            return true;
        }
        int without = 0;
        for (int count : meetings) {
            without += count == 0 ? 1 : 0;
        }
        return without - mayStayOut > 2 * (changesLeft + free);
    }

    private void lookedAt(int things) {
        stepsLeft -= things / LOOKED_AT_IN_A_STEP;
    }

    private void clearTable(int slot, int changesLeft) {
        lookedAt(load[slot]);
        for (int c = 0; c < clusters; c++) {
            int p = clustersDay[c][slot];
            if (p != NOBODY && !decided[p][slot]) {
                take(p, c, slot);
                homeless.push(new Homeless(p, c, slot));
                search(changesLeft);
                homeless.pop();
                put(p, c, slot);
            }
        }
    }

    private void settle(Homeless meeting, int changesLeft) {
        int cost = meeting.before() == NOBODY ? 0 : 1;
        if (changesLeft >= cost) {
            List<Place> places = new ArrayList<>();
            places(meeting.person(), meeting.cluster(), meeting.before(), places);
            tryAll(places, changesLeft - cost);
        }
        if (changesLeft > 0) {
            dropped[meeting.person()][meeting.cluster()] = true;
            search(changesLeft - 1);
            dropped[meeting.person()][meeting.cluster()] = false;
        }
        homeless.push(meeting);
    }

    private void cover(int one, int changesLeft) {
        List<Place> places = new ArrayList<>();
        if (one < people) {
            for (int c = 0; c < clusters; c++) {
                if (possible[one][c] && !dropped[one][c]) {
                    places(one, c, NOBODY, places);
                }
            }
        } else {
            for (int p = 0; p < people; p++) {
                if (possible[p][one - people] && !dropped[p][one - people]) {
                    places(p, one - people, NOBODY, places);
                }
            }
        }
        tryAll(places, changesLeft - 1);
    }

    private void places(int p, int c, int exceptSlot, List<Place> places) {
        Gain value = worth.apply(pair(p, c));
        for (int slot = 0; slot < slots; slot++) {
            int otherCluster = personsDay[p][slot];
            int otherPerson = clustersDay[c][slot];
            boolean settled = (otherCluster != NOBODY && decided[p][slot])
                    || (otherPerson != NOBODY && decided[otherPerson][slot]);
            if (slot != exceptSlot && !settled) {
                int disturbed = (otherCluster == NOBODY ? 0 : 1) + (otherPerson == NOBODY ? 0 : 1);
                disturbed = Math.max(disturbed, load[slot] >= problem.tables() ? 1 : 0);
                places.add(new Place(p, c, slot, disturbed, value));
            }
        }
    }

    private void tryAll(List<Place> places, int changesLeft) {
        lookedAt(places.size());
        places.sort(EASIEST_FIRST);
        for (Place place : places) {
            if (place.disturbed() > changesLeft || stepsLeft <= 0) {
                return;
            }
            int p = place.person();
            int c = place.cluster();
            int slot = place.slot();
            int otherCluster = personsDay[p][slot];
            int otherPerson = clustersDay[c][slot];
            if (otherCluster != NOBODY) {
                take(p, otherCluster, slot);
                homeless.push(new Homeless(p, otherCluster, slot));
            }
            if (otherPerson != NOBODY) {
                take(otherPerson, c, slot);
                homeless.push(new Homeless(otherPerson, c, slot));
            }
            put(p, c, slot);
            decided[p][slot] = true;
            search(changesLeft);
            decided[p][slot] = false;
            take(p, c, slot);
            if (otherPerson != NOBODY) {
                homeless.pop();
                put(otherPerson, c, slot);
            }
            if (otherCluster != NOBODY) {
                homeless.pop();
                put(p, otherCluster, slot);
            }
        }
    }

    private void keepIfBest() {
        List<Meeting> found = new ArrayList<>();
        Gain value = Gain.NONE;
        for (int p = 0; p < people; p++) {
            for (int slot = 0; slot < slots; slot++) {
                if (personsDay[p][slot] != NOBODY) {
                    Pair pair = pair(p, personsDay[p][slot]);
                    value = value.plus(worth.apply(pair));
                    found.add(new Meeting(pair.person(), pair.cluster(), slot + 1));
                }
            }
        }
        lookedAt(found.size());
        if (best == null || value.compareTo(bestWorth) > 0) {
            best = found;
            bestWorth = value;
        }
    }

    private Pair pair(int p, int c) {
        return new Pair(problem.people().get(p), problem.clusters().get(c));
    }

    private void put(int p, int c, int slot) {
        personsDay[p][slot] = c;
        clustersDay[c][slot] = p;
        load[slot]++;
        meetings[p]++;
        meetings[people + c]++;
    }

    private void take(int p, int c, int slot) {
        personsDay[p][slot] = NOBODY;
        clustersDay[c][slot] = NOBODY;
        load[slot]--;
        meetings[p]--;
        meetings[people + c]--;
    }
}
