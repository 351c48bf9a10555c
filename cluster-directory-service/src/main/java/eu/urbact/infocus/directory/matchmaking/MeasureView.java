package eu.urbact.infocus.directory.matchmaking;

import java.time.LocalDate;
import java.util.List;

import eu.urbact.infocus.directory.matching.Contribution;
import eu.urbact.infocus.directory.matching.Explanation;
import eu.urbact.infocus.directory.matching.Measure;
import eu.urbact.infocus.directory.matching.Question;
import eu.urbact.infocus.directory.matching.Strand;
import eu.urbact.infocus.directory.matching.Weights;
import eu.urbact.infocus.directory.reference.Confidence;
import eu.urbact.infocus.directory.reference.Provenance;
import eu.urbact.infocus.directory.reference.ProvenanceView;
import eu.urbact.infocus.directory.reference.Taxonomy;

/**
 * A score with everything behind it, as readers see it. {@code low <= score <= fit <= high}, and the points of the
 * contributions sum up to the score.
 *
 * @param measure what was asked
 * @param score each term counted by the confidence of its tags
 * @param low documented tags and levers only
 * @param high every tag taken at its word, and what is unknown at its best
 * @param fit every tag taken at its word
 * @param percentile share of the other pairs of the network that score lower, 0 to 100; null between priority and cluster
 * @param serves id of the cluster that serves the other side, or serves it more; null when none does, and when both do alike
 * @param servesBoth whether two clusters serve each other alike
 * @param strands what the score is made of
 * @param contributions the summands, most points first
 * @param questions at most two things to find out, which narrow the interval most when both are known; of equally good ones the fewest, then
 *     markets before activities before competences
 * @param questionsNarrowBy by how much the answers to all of them together narrow the interval
 * @param evidence the main contributions in words
 * @param uncertain whether any contribution rests on something that is still to be verified
 */
public record MeasureView(
        Measure measure,
        double score,
        double low,
        double high,
        double fit,
        Double percentile,
        String serves,
        boolean servesBoth,
        List<StrandView> strands,
        List<ContributionView> contributions,
        List<QuestionView> questions,
        double questionsNarrowBy,
        String evidence,
        boolean uncertain) {

    /**
     * Shows a score.
     *
     * @param explanation the score, taken apart
     * @param percentile its place among all pairs, or null
     * @param state gives weights and sources
     * @return how it is shown
     */
    static MeasureView of(Explanation explanation, Double percentile, MatchState state) {
        Weights weights = state.model().weights(explanation.measure());
        return new MeasureView(
                explanation.measure(),
                explanation.rating().score(),
                explanation.rating().low(),
                explanation.rating().high(),
                explanation.rating().fit(),
                percentile,
                explanation.server().orElse(null),
                explanation.bothServe(),
                explanation.strands().entrySet().stream()
                        .map(strand -> new StrandView(strand.getKey(), weights.of(strand.getKey()), strand.getValue()))
                        .toList(),
                explanation.contributions().stream()
                        .map(contribution -> ContributionView.of(contribution, state.taxonomy()))
                        .toList(),
                explanation.questions().stream().map(QuestionView::of).toList(),
                explanation.narrowsBy(),
                Evidence.of(explanation),
                explanation.uncertain());
    }

    /**
     * A strand in a score.
     *
     * @param strand what is measured
     * @param weight its share in the measure
     * @param value between 0 and 1
     */
    public record StrandView(Strand strand, double weight, double value) {}

    /**
     * A summand of a score; {@code points = weight × similarity × factor × confidence}.
     *
     * @param facet the strand
     * @param from the tag that looks for something
     * @param to the tag that answers best
     * @param similarity how near they are
     * @param weight the most this summand could give
     * @param factor what the strand makes of the similarity
     * @param confidence of the less sure tag
     * @param points what it gives
     * @param channel how they are related
     * @param source who says so, of the less sure tag
     * @param date day on which that was last looked up, or null
     * @param uncertain whether one of the two tags, or the lever or relatedness between them, is still to be verified
     */
    public record ContributionView(
            Strand facet,
            EndView from,
            EndView to,
            double similarity,
            double weight,
            double factor,
            double confidence,
            double points,
            String channel,
            ProvenanceView.SourceView source,
            LocalDate date,
            boolean uncertain) {

        private static ContributionView of(Contribution contribution, Taxonomy taxonomy) {
            return new ContributionView(
                    contribution.strand(),
                    EndView.of(contribution.from()),
                    EndView.of(contribution.to()),
                    contribution.similarity(),
                    contribution.weight(),
                    contribution.factor(),
                    contribution.confidence(),
                    contribution.points(),
                    contribution.channel(),
                    taxonomy.view(new Provenance(
                                    contribution.source(),
                                    contribution.date(),
                                    Confidence.INFERRED,
                                    contribution.uncertain()))
                            .source(),
                    contribution.date(),
                    contribution.uncertain());
        }
    }

    /**
     * A tag of one side.
     *
     * @param tag code
     * @param label of the code
     * @param object id of the cluster or priority
     * @param objectName its name
     */
    public record EndView(String tag, String label, String object, String objectName) {

        private static EndView of(Contribution.End end) {
            return new EndView(end.tag(), end.label(), end.subject(), end.subjectLabel());
        }
    }

    /**
     * Something to find out.
     *
     * @param text the question in words
     * @param object id of the cluster or priority that is asked about
     * @param topic what it is about
     * @param reason why
     * @param narrowsBy by how much the answer alone narrows the interval; 0 when it needs that of the other question. What is missing is
     *     counted as if the answer settled it, so that it narrows by at most this much
     */
    public record QuestionView(
            String text, String object, Question.Topic topic, Question.Reason reason, double narrowsBy) {

        private static QuestionView of(Question question) {
            return new QuestionView(
                    question.text(), question.subject(), question.topic(), question.reason(), question.narrowsBy());
        }
    }
}
