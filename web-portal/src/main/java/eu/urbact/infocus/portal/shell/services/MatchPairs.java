package eu.urbact.infocus.portal.shell.services;

import java.util.List;
import java.util.Objects;

/** Pairs of clusters of different cities, best first. */
public record MatchPairs(
        String modelVersion, String dataVersion, String lens, long pairs, double minPercentile, List<Pair> items) {

    /** Completes what a service left out. */
    public MatchPairs {
        items = items == null ? List.of() : items;
    }

    /** The best of them. */
    public MatchPairs best(int number) {
        return new MatchPairs(
                modelVersion,
                dataVersion,
                lens,
                pairs,
                minPercentile,
                items.stream().limit(number).toList());
    }

    /** How many of them nobody is known to have joined. */
    public long untapped() {
        return items.stream().filter(Pair::isUntapped).count();
    }

    /**
     * A pair.
     *
     * @param serves id of the one that serves the other, or serves it more; null when none does, and when both do alike
     * @param servesBoth whether they serve each other alike
     * @param partnerships ids of known partnerships of both
     * @param uncertain whether the score rests on something that is still to be verified
     */
    public record Pair(
            ClusterRef one,
            ClusterRef other,
            double score,
            double low,
            double high,
            double fit,
            double percentile,
            String serves,
            boolean servesBoth,
            String evidence,
            List<String> partnerships,
            boolean uncertain) {

        /** Completes what a service left out. */
        public Pair {
            partnerships = partnerships == null ? List.of() : partnerships;
        }

        /** The same pair with one partnership more. */
        public Pair joined(String partnership) {
            return new Pair(
                    one,
                    other,
                    score,
                    low,
                    high,
                    fit,
                    percentile,
                    serves,
                    servesBoth,
                    evidence,
                    List.of(partnership),
                    uncertain);
        }

        /** Whether no partnership of the two is known. */
        public boolean isUntapped() {
            return partnerships.isEmpty();
        }

        /** Whether one of them serves the other, or serves it more. */
        public boolean isServing() {
            return serves != null;
        }

        /** The one that serves, or simply the first. */
        public ClusterRef first() {
            return Objects.equals(serves, other.id()) ? other : one;
        }

        /** The one that is served, or simply the second. */
        public ClusterRef second() {
            return Objects.equals(serves, other.id()) ? one : other;
        }
    }
}
