package eu.urbact.infocus.directory.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

import eu.urbact.infocus.directory.matching.Network.Pair;
import eu.urbact.infocus.directory.matching.Network.PairQuestion;

/**
 * Keeps the best pairs of several questions while all pairs pass by. Nearly all of them are far from good enough, and most show it
 * after the strand that weighs most: with everything else at its best they would not reach the worst of those that are kept.
 */
final class BestPairs {

    private static final Comparator<Pair> WORST_FIRST = Comparator.comparing(Pair::score)
            .thenComparing(pair -> pair.one().id(), Comparator.reverseOrder())
            .thenComparing(pair -> pair.other().id(), Comparator.reverseOrder());

    /** More than rounding can make of a sum of four. */
    private static final double ROUNDING = 1e-9;

    private static final int STRANDS = Strand.values().length;

    /** As many rows as stay near the processor while others pass by. */
    private static final int TILE = 32;

    /** The questions under one lens. */
    private static final class Lens {

        private final Weights weights;
        private final int[] heaviestFirst;
        private final double[] shares;
        private final int[] questions;

        /** Score that a pair must have to be of interest to any of the questions. */
        private double least;

        Lens(Weights weights, int[] questions) {
            this.weights = weights;
            this.questions = questions;
            this.shares =
                    Arrays.stream(Strand.values()).mapToDouble(weights::of).toArray();
            this.heaviestFirst = IntStream.range(0, STRANDS)
                    .filter(strand -> shares[strand] > 0)
                    .boxed()
                    .sorted(Comparator.comparing((Integer strand) -> shares[strand])
                            .reversed())
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }

    private final int limit;
    private final List<PairQuestion> questions;
    private final List<PriorityQueue<Pair>> best;
    private final List<Lens> lenses;
    private final double[] strands = new double[STRANDS];

    BestPairs(MatchingModel model, int limit, List<PairQuestion> questions) {
        this.limit = limit;
        this.questions = List.copyOf(questions);
        this.best = questions.stream()
                .map(question -> new PriorityQueue<>(WORST_FIRST))
                .toList();
        Map<Measure, Lens> byMeasure = new EnumMap<>(Measure.class);
        questions.forEach(question -> byMeasure.computeIfAbsent(
                question.measure(),
                measure -> new Lens(
                        model.weights(measure),
                        IntStream.range(0, questions.size())
                                .filter(i -> questions.get(i).measure() == measure)
                                .toArray())));
        this.lenses = List.copyOf(byMeasure.values());
    }

    /** All pairs among rows that are spread out and in order of their ids. */
    void within(List<Row> rows) {
        for (int from = 0; from < rows.size(); from += TILE) {
            List<Row> tile = rows.subList(from, Math.min(from + TILE, rows.size()));
            for (int i = 0; i < tile.size(); i++) {
                for (int j = i + 1; j < tile.size(); j++) {
                    look(tile.get(i), tile.get(j));
                }
            }
            between(tile, rows.subList(from + tile.size(), rows.size()));
        }
    }

    /** All pairs of one row of each list; the ids of the second list are larger. */
    void between(List<Row> some, List<Row> others) {
        for (int from = 0; from < some.size(); from += TILE) {
            List<Row> tile = some.subList(from, Math.min(from + TILE, some.size()));
            for (Row other : others) {
                for (Row one : tile) {
                    look(one, other);
                }
            }
        }
    }

    private void look(Row one, Row other) {
        for (Lens lens : lenses) {
            if (isGoodEnough(lens, one, other)) {
                keep(lens, one, other);
            }
        }
    }

    private boolean isGoodEnough(Lens lens, Row one, Row other) {
        Arrays.fill(strands, 0);
        double possible = 1;
        for (int strand : lens.heaviestFirst) {
            strands[strand] = Row.strand(strand, one, other);
            possible -= lens.shares[strand] * (1 - strands[strand]);
            if (possible < lens.least - ROUNDING) {
                return false;
            }
        }
        return true;
    }

    private void keep(Lens lens, Row one, Row other) {
        double score = lens.weights.sum(strands);
        if (score <= 0) {
            return;
        }
        boolean better = false;
        for (int question : lens.questions) {
            PriorityQueue<Pair> kept = best.get(question);
            if ((kept.size() < limit || score >= kept.peek().score())
                    && questions.get(question).wanted().test(one.profile, other.profile)) {
                kept.add(new Pair(one.profile, other.profile, score));
                if (kept.size() > limit) {
                    kept.poll();
                }
                better = true;
            }
        }
        if (better) {
            lens.least = 1;
            for (int question : lens.questions) {
                PriorityQueue<Pair> kept = best.get(question);
                lens.least = Math.min(
                        lens.least, kept.size() < limit ? 0 : kept.peek().score());
            }
        }
    }

    List<List<Pair>> lists() {
        return best.stream()
                .map(kept -> kept.stream().sorted(WORST_FIRST.reversed()).toList())
                .toList();
    }
}
