package eu.urbact.infocus.portal.shell.services;

import java.time.LocalDate;
import java.util.List;

/**
 * A score with everything behind it.
 *
 * @param measure what was asked
 * @param score between {@code low} and {@code high}; the sum of the points of the contributions
 * @param fit the score with every statement taken at its word
 * @param percentile share of the other pairs that score lower, 0 to 100; null between priority and cluster
 * @param serves id of the cluster that serves the other side, or null
 * @param uncertain whether it rests on something that is still to be verified
 */
public record MatchMeasure(
        String measure,
        double score,
        double low,
        double high,
        double fit,
        Double percentile,
        String serves,
        List<Strand> strands,
        List<Contribution> contributions,
        List<Question> questions,
        String evidence,
        boolean uncertain) {

    /** Completes what a service left out. */
    public MatchMeasure {
        strands = strands == null ? List.of() : strands;
        contributions = contributions == null ? List.of() : contributions;
        questions = questions == null ? List.of() : questions;
    }

    /** A part of the score: its share in the measure, and its value. */
    public record Strand(String strand, double weight, double value) {

        /** What it gives. */
        public double points() {
            return weight * value;
        }
    }

    /** A summand of the score. */
    public record Contribution(
            String facet,
            End from,
            End to,
            double similarity,
            double weight,
            double factor,
            double confidence,
            double points,
            String channel,
            Provenance.Source source,
            LocalDate date,
            boolean uncertain) {

        /** Where it is known from, as pages show it elsewhere. */
        public Provenance provenance() {
            return source == null ? null : new Provenance(source, date, null, uncertain);
        }
    }

    /** A statement about one side. */
    public record End(String tag, String label, String object, String objectName) {}

    /** Something to find out, and the part of the interval for which its answer accounts. */
    public record Question(String text, String object, String topic, String reason, double narrowsBy) {}
}
