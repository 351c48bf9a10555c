package eu.urbact.infocus.portal.shell.services;

import java.util.List;
import java.util.Map;

/** Everything somebody needs to judge the matching model. */
public record ModelCard(
        String modelVersion,
        String dataVersion,
        long explainableVersions,
        String purpose,
        Map<String, Map<String, Double>> weights,
        double inside,
        double covers,
        Map<String, Double> confidence,
        double documentedLever,
        double acceptedLever,
        Thresholds thresholds,
        List<Formula> formulas,
        List<TaxonomySize> taxonomies,
        List<Lever> levers,
        Map<String, Long> relatedness,
        List<Related> relatedTerms,
        List<Partnership> partnerships,
        List<Validation> validation,
        List<String> limits) {

    /** Completes what a service left out. */
    public ModelCard {
        weights = weights == null ? Map.of() : weights;
        confidence = confidence == null ? Map.of() : confidence;
        formulas = formulas == null ? List.of() : formulas;
        taxonomies = taxonomies == null ? List.of() : taxonomies;
        levers = levers == null ? List.of() : levers;
        relatedness = relatedness == null ? Map.of() : relatedness;
        relatedTerms = relatedTerms == null ? List.of() : relatedTerms;
        partnerships = partnerships == null ? List.of() : partnerships;
        validation = validation == null ? List.of() : validation;
        limits = limits == null ? List.of() : limits;
    }

    /** Share of a part in a measure; 0 when it has none. */
    public double weight(String measure, String strand) {
        return weights.getOrDefault(measure, Map.of()).getOrDefault(strand, 0.0);
    }

    /** Where a fit begins. */
    public record Thresholds(double core, double enabler, int crowdedFrom, double untappedPercentile) {}

    /** One step of the computation. */
    public record Formula(String name, String formula, String meaning) {}

    /** A taxonomy or set of subjects, with its number of entries. */
    public record TaxonomySize(String name, long size) {}

    /** A competence and an activity that it serves. */
    public record Lever(
            String competence,
            String competenceLabel,
            String division,
            String divisionLabel,
            String strength,
            Provenance provenance) {}

    /** Two terms of one taxonomy that are nearer to each other than it says. */
    public record Related(
            String facet,
            String one,
            String oneLabel,
            String other,
            String otherLabel,
            double similarity,
            String channel,
            Provenance provenance) {}

    /**
     * A plain way that reaches more than the model does, so that a reader is told.
     *
     * @param auc whether by the chance that a known pair stands above another
     * @param hit whether by the share that finds a partner among the first five
     */
    public record Outdone(Validation own, Validation plain, boolean auc, boolean hit) {}

    /** Where a plain way does better than the model or the order of its lists; none when the model wins or draws everywhere. */
    public List<Outdone> outdone() {
        return validation.stream()
                .filter(own -> !own.isPlain())
                .flatMap(own -> validation.stream()
                        .filter(plain -> plain.isPlain() && plain.kind().equals(own.kind()))
                        .map(plain -> new Outdone(own, plain, plain.auc() > own.auc(), plain.hitAt5() > own.hitAt5())))
                .filter(pair -> pair.auc() || pair.hit())
                .toList();
    }

    /** What a way of ranking reaches on known partnerships of one kind: a lens, the order of its lists, or a plain way. */
    public record Validation(
            String kind,
            String method,
            boolean lens,
            String way,
            double auc,
            double hitAt5,
            long knownPairs,
            long pairs) {

        /** Whether it is one of the plain ways that are there to be beaten. */
        public boolean isPlain() {
            return "PLAIN".equals(way);
        }

        /** Whether it is the order in which lists of partners are shown. */
        public boolean isListOrder() {
            return "LIST_ORDER".equals(way);
        }
    }
}
