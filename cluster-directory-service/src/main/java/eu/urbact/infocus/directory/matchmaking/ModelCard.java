package eu.urbact.infocus.directory.matchmaking;

import java.util.List;
import java.util.Map;

import eu.urbact.infocus.directory.matching.MatchingModel;
import eu.urbact.infocus.directory.matching.Measure;
import eu.urbact.infocus.directory.matching.Strand;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.ProvenanceView;

/**
 * Everything somebody needs to judge the model.
 *
 * @param modelVersion version of the numbers
 * @param dataVersion version of the data
 * @param explainableVersions of so many versions of the data, the newest of which somebody was shown scores, these can be explained
 * @param purpose what it is for
 * @param weights share of each strand by measure
 * @param inside share of "inside" in a coverage between cluster and priority
 * @param covers share of "covers"
 * @param confidence weight of a statement by its confidence
 * @param documentedLever strength of a lever that is documented, or where the one makes the other
 * @param acceptedLever strength of an accepted lever
 * @param thresholds where a fit begins
 * @param formulas how it computes
 * @param taxonomies what the descriptions are made of, with sizes
 * @param levers which competences serve which activities
 * @param relatedness entries of the relatedness table by channel; none yet when empty
 * @param relatedTerms the entries of that table
 * @param partnerships what the ranking is measured against
 * @param validation what the ranking reaches, beside plain ways
 * @param limits what it does not know or do
 */
public record ModelCard(
        String modelVersion,
        String dataVersion,
        int explainableVersions,
        String purpose,
        Map<Measure, Map<Strand, Double>> weights,
        double inside,
        double covers,
        Map<String, Double> confidence,
        double documentedLever,
        double acceptedLever,
        MatchingModel.Thresholds thresholds,
        List<Formula> formulas,
        List<TaxonomySize> taxonomies,
        List<LeverView> levers,
        Map<String, Long> relatedness,
        List<RelatednessView> relatedTerms,
        List<PartnershipView> partnerships,
        List<ValidationView> validation,
        List<String> limits) {

    /**
     * One step of the computation.
     *
     * @param name what it is called
     * @param formula how it is computed
     * @param meaning why, in plain words
     */
    public record Formula(String name, String formula, String meaning) {}

    /**
     * A taxonomy or set of subjects.
     *
     * @param name what it is
     * @param size how many entries it has
     */
    public record TaxonomySize(String name, long size) {}

    /**
     * A lever.
     *
     * @param competence code
     * @param competenceLabel its label
     * @param division NACE division it serves
     * @param divisionLabel its label
     * @param strength how well established it is
     * @param provenance who says so
     */
    public record LeverView(
            String competence,
            String competenceLabel,
            String division,
            String divisionLabel,
            LeverStrength strength,
            ProvenanceView provenance) {}

    /**
     * Two terms that are nearer than their taxonomy says, both ways alike.
     *
     * @param facet taxonomy of both
     * @param one code
     * @param oneLabel its label
     * @param other code
     * @param otherLabel its label
     * @param similarity between 0 and 1; it counts where it is larger than the taxonomy's
     * @param channel how they are related
     * @param provenance who says so
     */
    public record RelatednessView(
            Facet facet,
            String one,
            String oneLabel,
            String other,
            String otherLabel,
            double similarity,
            String channel,
            ProvenanceView provenance) {}

    /**
     * What a way of ranking reaches on known partnerships of one kind.
     *
     * @param kind the partnerships
     * @param method the way: the lens, or a plain way to be beaten
     * @param lens true for the lens of the model
     * @param way what kind of way that is
     * @param auc chance that a known pair stands above another pair; 0.5 is what dice reach
     * @param hitAt5 share of the clusters with known partners that find at least one of them among their first five;
     *     where equal scores compete for a place, the chance that one of them gets it by lot
     * @param knownPairs known pairs of this kind
     * @param pairs all pairs
     */
    public record ValidationView(
            PartnershipKind kind,
            String method,
            boolean lens,
            Way way,
            double auc,
            double hitAt5,
            int knownPairs,
            long pairs) {

        /** What kind of way. */
        public enum Way {
            /** A lens of the model: by score. */
            LENS,
            /** The order in which lists of partners are shown. */
            LIST_ORDER,
            /** A plain way, to be beaten. */
            PLAIN
        }
    }
}
