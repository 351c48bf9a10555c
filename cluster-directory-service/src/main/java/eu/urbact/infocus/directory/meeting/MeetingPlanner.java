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
 * (b-matching): first as many people and clusters as possible get at least one meeting, then the sum of the scores is as high as
 * possible. With a plan to keep, in between, as few meetings as possible are dropped or added, and rather those whose slot is gone
 * than those that can stay where they are.
 *
 * <p>The slots are an edge colouring of the chosen pairs. With two sides, as many colours suffice as anybody has meetings (Kőnig,
 * 1916), and the colours can be made equally large (de Werra, 1971), so that the tables in the room suffice too.
 */
public final class MeetingPlanner {

    /** Scores are compared in millionths, which makes the result exact and the same everywhere. */
    private static final long POINTS = 1_000_000;
    /** More than all scores of a plan together: {@code MOST_PEOPLE * MOST_SLOTS * POINTS} is below 2^32. */
    private static final long STAYS = 1L << 32;
    /** More than all of a plan that stay, and all its scores, together. */
    private static final long CHANGE = 1L << 45;
    /** More than all changes of a plan together, of which there are at most two for each meeting. */
    private static final long COVERED = 1L << 59;

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
        SlotPlan slots = new SlotPlan(problem);
        List<Pair> homeless = new ArrayList<>();
        List<Pair> added = new ArrayList<>();
        for (Pair pair : choose(problem, kept)) {
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
        return MeetingPlan.of(problem, slots.meetings());
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
            network.arc(source, p, problem.slots() - 1, 0);
        }
        List<Pair> pairs = new ArrayList<>();
        List<Integer> arcs = new ArrayList<>();
        for (int p = 0; p < people.size(); p++) {
            for (int c = 0; c < clusters.size(); c++) {
                Pair pair = new Pair(people.get(p), clusters.get(c));
                long points = Math.round(problem.score(pair.person(), pair.cluster()) * POINTS);
                if (points > 0 || kept.containsKey(pair)) {
                    pairs.add(pair);
                    arcs.add(network.arc(p, people.size() + c, 1, points + constancy(pair, kept, problem)));
                }
            }
        }
        for (int c = 0; c < clusters.size(); c++) {
            network.arc(people.size() + c, sink, 1, COVERED);
            network.arc(people.size() + c, sink, problem.slots() - 1, 0);
        }
        long most = (long) problem.tables() * problem.slots();
        long chosen = 0;
        while (chosen < most && network.augment(source, sink) > 0) {
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

    /** What a pair counts because of the plan so far, above its score. */
    private static long constancy(Pair pair, Map<Pair, Integer> kept, MeetingProblem problem) {
        if (kept.isEmpty()) {
            return 0;
        }
        Integer slot = kept.get(pair);
        return slot == null ? -CHANGE : slot > problem.slots() ? CHANGE : CHANGE + STAYS;
    }
}
