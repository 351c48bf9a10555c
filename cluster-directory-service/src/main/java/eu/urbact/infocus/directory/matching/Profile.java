package eu.urbact.infocus.directory.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

import eu.urbact.infocus.directory.matching.Question.Topic;

/** A subject made ready for a {@link Matcher}: tags as indexes with weights, and their confidence in each reading. */
public final class Profile {

    /** The tags of one facet, in order of their codes. */
    static final class Tags {

        final MatchTag[] tags;
        final int[] terms;
        final double[] weights;
        final double[] levels;

        /** By {@link Reading}: how much a term with this tag may count. */
        final double[][] confidence;

        /** Whether somebody was asked about this facet and answered, with a document. */
        private final boolean answered;

        /** These tags as if a document confirmed all of them, or as if there were none to know of. */
        private Tags(Tags asked) {
            tags = asked.tags;
            terms = asked.terms;
            weights = asked.weights;
            levels = asked.levels;
            confidence = asked.confidence.clone();
            confidence[Reading.LOW] = asked.confidence[Reading.FIT];
            answered = true;
        }

        private Tags(List<MatchTag> given, ConceptTree tree, ToDoubleFunction<MatchTag> rarity, double highestLevel) {
            Map<Integer, MatchTag> known = new TreeMap<>();
            for (MatchTag tag : given) {
                int term = tree.index(tag.code());
                if (term >= 0) {
                    known.merge(term, tag, Tags::stronger);
                }
            }
            answered = false;
            int n = known.size();
            tags = known.values().toArray(MatchTag[]::new);
            terms = known.keySet().stream().mapToInt(Integer::intValue).toArray();
            weights = new double[n];
            levels = new double[n];
            confidence = new double[Reading.COUNT][n];
            double sum = 0;
            for (int i = 0; i < n; i++) {
                weights[i] = tags[i].level() * rarity.applyAsDouble(tags[i]);
                sum += weights[i];
            }
            for (int i = 0; i < n; i++) {
                weights[i] /= sum;
                levels[i] = Math.min(1, tags[i].level() / highestLevel);
                confidence[Reading.SCORE][i] = tags[i].confidence();
                confidence[Reading.LOW][i] = documented(i) ? 1 : 0;
                confidence[Reading.FIT][i] = 1;
            }
        }

        private static MatchTag stronger(MatchTag one, MatchTag other) {
            Comparator<MatchTag> strength = Comparator.comparing(MatchTag::level)
                    .thenComparing(MatchTag::confidence)
                    .thenComparing(MatchTag::source);
            return strength.compare(one, other) >= 0 ? one : other;
        }

        int size() {
            return terms.length;
        }

        boolean empty() {
            return terms.length == 0;
        }

        /** Whether nothing is known, and nobody has answered. */
        boolean unknown() {
            return empty() && !answered;
        }

        /** Whether anything about it is not documented. */
        boolean doubtful() {
            return Arrays.stream(tags).anyMatch(tag -> tag.confidence() < 1);
        }

        boolean documented(int i) {
            return tags[i].confidence() >= 1;
        }
    }

    final MatchSubject subject;
    final Tags activities;
    final Tags competences;
    final Tags markets;

    Profile(MatchSubject subject, ConceptTree nace, ConceptTree competences, Rarity rarity, int highestLevel) {
        this.subject = subject;
        this.activities = new Tags(subject.activities(), nace, tag -> rarity.ofActivity(tag.code()), highestLevel);
        this.competences =
                new Tags(subject.competences(), competences, tag -> rarity.ofCompetence(tag.code()), highestLevel);
        this.markets = new Tags(subject.markets(), nace, tag -> 1, highestLevel);
    }

    private Profile(Profile asked, Set<Topic> answered) {
        this.subject = asked.subject;
        this.activities = answered.contains(Topic.ACTIVITIES) ? new Tags(asked.activities) : asked.activities;
        this.competences = answered.contains(Topic.COMPETENCES) ? new Tags(asked.competences) : asked.competences;
        this.markets = answered.contains(Topic.MARKETS) ? new Tags(asked.markets) : asked.markets;
    }

    /** The same as if these questions had been answered: what is known is documented, and what is missing is not open any more. */
    Profile answering(Set<Topic> topics) {
        return topics.isEmpty() ? this : new Profile(this, topics);
    }

    Tags of(Topic topic) {
        return switch (topic) {
            case MARKETS -> markets;
            case ACTIVITIES -> activities;
            case COMPETENCES -> competences;
        };
    }

    /**
     * What was made ready.
     *
     * @return the subject
     */
    public MatchSubject subject() {
        return subject;
    }

    String id() {
        return subject.id();
    }
}
