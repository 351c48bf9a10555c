package eu.urbact.infocus.registration.waitinglist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The published rule as a person would follow it with the papers on the table: one seat after the other, each to the next. */
final class RuleByHand {

    /** What the rule asks about somebody who waits. */
    record Paper(
            String id, String origin, int priority, Instant appliedAt, int passed, boolean setAside, Instant firstAt) {}

    private RuleByHand() {}

    /**
     * The list.
     *
     * @param seats how many people of each origin have or are offered a seat
     */
    static List<String> order(List<Paper> waiting, Map<String, Integer> seats) {
        Map<String, Integer> now = new HashMap<>(seats);
        List<Paper> left = new ArrayList<>(waiting);
        List<String> order = new ArrayList<>();
        while (!left.isEmpty()) {
            Paper next = next(left, now);
            left.remove(next);
            now.merge(next.origin(), 1, Integer::sum);
            order.add(next.id());
        }
        return order;
    }

    private static Paper next(List<Paper> left, Map<String, Integer> seats) {
        // put first, the longest ago of them; between those of one moment, and when there is nobody, the rule goes on
        Optional<Instant> longestAgo =
                left.stream().map(Paper::firstAt).filter(Objects::nonNull).min(Comparator.naturalOrder());
        List<Paper> candidates = left.stream()
                .filter(paper -> longestAgo.isEmpty() || longestAgo.get().equals(paper.firstAt()))
                .toList();
        candidates = fewest(candidates, paper -> paper.setAside() ? 1 : 0);
        candidates = fewest(candidates, Paper::passed);
        candidates = fewest(candidates, paper -> seats.getOrDefault(paper.origin(), 0));
        candidates = fewest(candidates, paper -> -paper.priority());
        return candidates.stream()
                .min(Comparator.comparing(Paper::appliedAt).thenComparing(Paper::id))
                .orElseThrow();
    }

    private static List<Paper> fewest(List<Paper> papers, Function<Paper, Integer> count) {
        Map<Integer, List<Paper>> byCount = papers.stream().collect(Collectors.groupingBy(count));
        return byCount.get(
                byCount.keySet().stream().min(Comparator.naturalOrder()).orElseThrow());
    }
}
