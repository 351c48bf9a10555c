package eu.urbact.infocus.directory.meeting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import eu.urbact.infocus.directory.meeting.Meeting.Pair;

/**
 * Chooses who meets whom, and gives each meeting a slot.
 *
 * <p>The choice is a maximum-weight matching in which each side takes part in at most as many meetings as there are slots
 * (b-matching): first as many people and clusters as possible get at least one meeting, then as few meetings as possible are such
 * that only one side wants, then the sum of the scores is as high as possible. With a plan to keep, right after the first, as few
 * meetings as possible are dropped, added or moved (out of a slot that is gone is no move), and then rather those are dropped whose
 * slot is gone than those that can stay where they are. However much is gained in what comes later, what comes earlier decides.
 *
 * <p>The slots are an edge colouring of the chosen pairs. With two sides, as many colours suffice as anybody has meetings (Kőnig,
 * 1916), and the colours can be made equally large (de Werra, 1971), so that the tables in the room suffice too. That may move
 * meetings which are to stay where they are: then {@link FewestChanges} looks for other pairs that leave more of them there.
 */
public final class MeetingPlanner {

    /** What a meeting costs that only one side wants. */
    private static final long ONE_SIDED = 1;
    /** What a meeting brings that has its slot still; all that are one-sided, fewer than 2¹² as there are no more meetings, cost less. */
    private static final long STAYS = 1L << 13;
    /** What a meeting brings that is in the plan already, and a new one costs; all that stay in their slots bring less. */
    private static final long UNCHANGED = 1L << 26;
    /** What it brings that somebody has a meeting at all; all changes together, at most two for each meeting, cost less. */
    private static final Gain COVERED = new Gain(1L << 40, 0);

    /** Scores are compared in millionths, which makes the result exact and the same everywhere. */
    private static final long SCORE = 1_000_000;
    /** How much only one side wants the other, in ten thousandths, decides between equal sums of scores. */
    private static final long WISH = 10_000;
    /** Bits that all wishes together, {@code MOST_PEOPLE * MOST_SLOTS * WISH}, stay within. */
    private static final int BITS_OF_WISHES = 26;

    private MeetingPlanner() {}

    /**
     * Makes a plan.
     *
     * @param problem who is there and how well they fit
     * @return the plan; the same for the same problem
     */
    public static MeetingPlan plan(MeetingProblem problem) {
        SlotPlan slots = new SlotPlan(problem);
        choose(problem, Map.of()).forEach(slots::add);
        slots.balance();
        slots.closeGaps();
        return MeetingPlan.of(problem, slots.meetings());
    }

    /**
     * Mends a plan after somebody has left or come, or the slots have become fewer: everybody still has a meeting where possible, and
     * of the meetings that can still take place as few as possible are dropped, added or moved. Those of a slot that is gone are moved
     * into another one.
     *
     * @param plan the plan so far
     * @param problem who is there now
     * @return the new plan
     */
    public static MeetingPlan mend(MeetingPlan plan, MeetingProblem problem) {
        Set<String> people = Set.copyOf(problem.people());
        Set<String> clusters = Set.copyOf(problem.clusters());
        Map<Pair, Integer> kept = new HashMap<>();
        for (Meeting meeting : plan.meetings()) {
            if (people.contains(meeting.person()) && clusters.contains(meeting.cluster())) {
                kept.put(meeting.pair(), meeting.slot());
            }
        }
        List<Pair> pairs = choose(problem, kept);
        List<Meeting> meetings = keepSlots(problem, pairs, kept);
        if (!kept.isEmpty()) {
            int swaps = changes(kept, pairs);
            int changes = swaps + moves(problem, kept, meetings);
            if (changes > swaps) {
                // the pairs are as few changes as can be, but their slots moved others
                meetings = new FewestChanges(problem, kept, covered(pairs), pair -> worth(pair, kept, problem))
                        .find(swaps, changes)
                        .orElse(meetings);
            }
        }
        return MeetingPlan.of(problem, meetings);
    }

    private static List<Meeting> keepSlots(MeetingProblem problem, List<Pair> pairs, Map<Pair, Integer> kept) {
        SlotPlan slots = new SlotPlan(problem);
        List<Pair> homeless = new ArrayList<>();
        List<Pair> added = new ArrayList<>();
        for (Pair pair : pairs) {
            Integer slot = kept.get(pair);
            if (slot == null) {
                added.add(pair);
            } else if (slot > problem.slots()) {
                homeless.add(pair);
            } else {
                slots.place(pair, slot);
            }
        }
        homeless.forEach(slots::add);
        added.forEach(slots::add);
        slots.fitTables();
        return slots.meetings();
    }

    /** How many meetings are dropped or added. */
    private static int changes(Map<Pair, Integer> kept, List<Pair> pairs) {
        Set<Pair> now = Set.copyOf(pairs);
        return (int) (kept.keySet().stream().filter(pair -> !now.contains(pair)).count()
                + now.stream().filter(pair -> !kept.containsKey(pair)).count());
    }

    /** How many meetings are moved that could have stayed where they were. */
    private static int moves(MeetingProblem problem, Map<Pair, Integer> kept, List<Meeting> meetings) {
        return (int) meetings.stream()
                .filter(meeting -> kept.containsKey(meeting.pair()))
                .filter(meeting -> kept.get(meeting.pair()) <= problem.slots())
                .filter(meeting -> kept.get(meeting.pair()) != meeting.slot())
                .count();
    }

    private static int covered(List<Pair> pairs) {
        return (int) (pairs.stream().map(Pair::person).distinct().count()
                + pairs.stream().map(Pair::cluster).distinct().count());
    }

    /**
     * Successive best augmentations from the people to the clusters. The gain of an augmentation never rises, so it ends when
     * one would cost more than it brings.
     */
    private static List<Pair> choose(MeetingProblem problem, Map<Pair, Integer> kept) {
        List<String> people = problem.people();
        List<String> clusters = problem.clusters();
        int source = people.size() + clusters.size();
        int sink = source + 1;
        FlowNetwork network = new FlowNetwork(sink + 1);
        for (int p = 0; p < people.size(); p++) {
            network.arc(source, p, 1, COVERED);
            network.arc(source, p, problem.slots() - 1, Gain.NONE);
        }
        List<Pair> pairs = new ArrayList<>();
        List<Integer> arcs = new ArrayList<>();
        for (int p = 0; p < people.size(); p++) {
            for (int c = 0; c < clusters.size(); c++) {
                Pair pair = new Pair(people.get(p), clusters.get(c));
                if (problem.meets(pair.person(), pair.cluster()) || kept.containsKey(pair)) {
                    pairs.add(pair);
                    arcs.add(network.arc(p, people.size() + c, 1, gain(pair, kept, problem)));
                }
            }
        }
        for (int c = 0; c < clusters.size(); c++) {
            network.arc(people.size() + c, sink, 1, COVERED);
            network.arc(people.size() + c, sink, problem.slots() - 1, Gain.NONE);
        }
        long most = (long) problem.tables() * problem.slots();
        long chosen = 0;
        while (chosen < most && network.augment(source, sink)) {
            chosen++;
        }
        List<Pair> result = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            if (network.used(arcs.get(i))) {
                result.add(pairs.get(i));
            }
        }
        return result;
    }

    /** What it brings that two meet. Where there is no plan to keep, nothing is a change. */
    private static Gain gain(Pair pair, Map<Pair, Integer> kept, MeetingProblem problem) {
        long unchanged = kept.isEmpty() ? 0 : kept.containsKey(pair) ? UNCHANGED : -UNCHANGED;
        return worth(pair, kept, problem).plus(new Gain(unchanged, 0));
    }

    /** What a pair counts among plans with equally many changes. */
    private static Gain worth(Pair pair, Map<Pair, Integer> kept, MeetingProblem problem) {
        long stays = kept.getOrDefault(pair, Integer.MAX_VALUE) <= problem.slots() ? STAYS : 0;
        double oneSided = problem.oneSided(pair.person(), pair.cluster());
        return oneSided > 0
                ? new Gain(stays - ONE_SIDED, Math.round(oneSided * WISH))
                : new Gain(stays, Math.round(problem.score(pair.person(), pair.cluster()) * SCORE) << BITS_OF_WISHES);
    }
}
