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
 * @param serves id of the cluster that serves the other side, or serves it more; null when none does, and when both do alike
 * @param servesBoth whether two clusters serve each other alike
 * @param questionsNarrowBy by how much the answers to all questions together narrow the interval
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
        boolean servesBoth,
        List<Strand> strands,
        List<Contribution> contributions,
        List<Question> questions,
        double questionsNarrowBy,
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

    /** Something to find out, and by how much its answer alone narrows the interval. */
    public record Question(String text, String object, String topic, String reason, double narrowsBy) {

        /** Whether nothing is known yet, so that the answer may narrow the interval by less. */
        public boolean isMissing() {
            return "MISSING".equals(reason);
        }

        /** Whether the answer is worth nothing without another one. */
        public boolean isWorthNothingAlone() {
            return narrowsBy <= 0;
        }
    }

    /** Whether the interval is more than a point. */
    public boolean isOpen() {
        return high - low > 1e-9;
    }

    /** Whether all answers together may narrow the interval by less than {@code questionsNarrowBy}. */
    public boolean isAnythingMissing() {
        return questions.stream().anyMatch(Question::isMissing);
    }
}
