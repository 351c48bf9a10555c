package eu.urbact.infocus.directory.meeting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A network of arcs with a capacity and a gain for each unit that flows, in which a flow of the greatest gain is found by
 * augmenting along the best path again and again (Ford and Fulkerson; the best path by label correction, as gains may be
 * negative).
 */
final class FlowNetwork {

    private final List<List<Integer>> leaving = new ArrayList<>();
    /** Arc 2i and its reverse 2i + 1. */
    private final List<Integer> target = new ArrayList<>();

    private final List<Integer> capacity = new ArrayList<>();
    private final List<Gain> gain = new ArrayList<>();

    FlowNetwork(int nodes) {
        for (int node = 0; node < nodes; node++) {
            leaving.add(new ArrayList<>());
        }
    }

    /** Adds an arc and tells its number. */
    int arc(int from, int to, int units, Gain gainOfUnit) {
        int arc = target.size();
        half(from, to, units, gainOfUnit);
        half(to, from, 0, gainOfUnit.negated());
        return arc;
    }

    private void half(int from, int to, int units, Gain gainOfUnit) {
        leaving.get(from).add(target.size());
        target.add(to);
        capacity.add(units);
        gain.add(gainOfUnit);
    }

    /**
     * Sends one more unit along the path with the greatest gain, if that brings anything.
     *
     * @return whether one was sent
     */
    boolean augment(int source, int sink) {
        // null for what was not reached
        Gain[] best = new Gain[leaving.size()];
        int[] via = new int[leaving.size()];
        boolean[] queued = new boolean[leaving.size()];
        best[source] = Gain.NONE;
        Deque<Integer> queue = new ArrayDeque<>(List.of(source));
        while (!queue.isEmpty()) {
            int node = queue.poll();
            queued[node] = false;
            for (int arc : leaving.get(node)) {
                int next = target.get(arc);
                if (capacity.get(arc) == 0) {
                    continue;
                }
                Gain there = best[node].plus(gain.get(arc));
                if (best[next] == null || there.compareTo(best[next]) > 0) {
                    best[next] = there;
                    via[next] = arc;
                    if (!queued[next]) {
                        queued[next] = true;
                        queue.add(next);
                    }
                }
            }
        }
        if (best[sink] == null || best[sink].compareTo(Gain.NONE) <= 0) {
            return false;
        }
        for (int node = sink; node != source; node = target.get(via[node] ^ 1)) {
            capacity.set(via[node], capacity.get(via[node]) - 1);
            capacity.set(via[node] ^ 1, capacity.get(via[node] ^ 1) + 1);
        }
        return true;
    }

    /** Whether an arc of one unit is used. */
    boolean used(int arc) {
        return capacity.get(arc) == 0;
    }
}
