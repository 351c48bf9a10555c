package eu.urbact.infocus.directory.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import eu.urbact.infocus.directory.matching.Profile.Tags;
import eu.urbact.infocus.directory.matching.Question.Reason;
import eu.urbact.infocus.directory.matching.Question.Topic;

/**
 * Takes one score apart. It walks the same formulas as {@link Matcher}, but keeps the witness of every term; a test holds the
 * two together.
 */
final class Explainer {

    private static final double NOTHING = 1e-15;
    private static final String LEVER = "lever";
    private static final String LEARNING = "learning";
    private static final String NARROWER = "narrower";

    /** One term of a strand: a tag, its witness, and what it gives before its weight. */
    private record Term(
            Profile from,
            Tags fromTags,
            int fromTag,
            Profile to,
            Tags toTags,
            int toTag,
            double weight,
            double similarity,
            double factor,
            double confidence,
            String channel) {

        double value() {
            return weight * similarity * factor * confidence;
        }

        Term half() {
            return new Term(
                    from, fromTags, fromTag, to, toTags, toTag, weight / 2, similarity, factor, confidence, channel);
        }

        boolean uncertain() {
            return fromTags.tags[fromTag].uncertain() || toTags.tags[toTag].uncertain();
        }

        MatchTag weaker() {
            MatchTag one = fromTags.tags[fromTag];
            MatchTag other = toTags.tags[toTag];
            return other.confidence() < one.confidence() ? other : one;
        }
    }

    private record Asked(Profile profile, Topic topic, Reason reason) {}

    private final Matcher matcher;
    private final Measure measure;
    private final Profile one;
    private final Profile other;
    private final Weights weights;
    /** By how much the questions narrow the interval together. */
    private double narrowsBy;

    Explainer(Matcher matcher, Measure measure, Profile one, Profile other) {
        this.matcher = matcher;
        this.measure = measure;
        this.one = one;
        this.other = other;
        this.weights = matcher.model.weights(measure);
    }

    Explanation explain(boolean withQuestions) {
        double[] score = new double[Strand.values().length];
        matcher.strands(measure, Reading.SCORE, one, other, score);
        Map<Strand, Double> strands = new EnumMap<>(Strand.class);
        List<Contribution> contributions = new ArrayList<>();
        for (Strand strand : Strand.values()) {
            if (weights.of(strand) > 0) {
                strands.put(strand, score[strand.index]);
                terms(strand, Reading.SCORE).stream()
                        .filter(term -> term.value() > NOTHING)
                        .map(term -> contribution(strand, term))
                        .forEach(contributions::add);
            }
        }
        contributions.sort(Comparator.comparing(Contribution::points)
                .reversed()
                .thenComparing(Contribution::strand)
                .thenComparing(contribution -> contribution.from().subject())
                .thenComparing(contribution -> contribution.from().tag()));
        List<String> servers = weights.service() > 0 ? servers() : List.of();
        List<Question> questions = withQuestions ? questions() : List.of();
        return new Explanation(
                measure,
                matcher.rate(measure, one, other),
                strands,
                servers.size() == 1 ? Optional.of(servers.get(0)) : Optional.empty(),
                servers.size() == 2,
                List.copyOf(contributions),
                questions,
                narrowsBy);
    }

    private List<String> servers() {
        if (measure.betweenClusters()) {
            return matcher.servers(one, other);
        }
        return matcher.serve(Reading.FIT, one, other) > 0 ? List.of(one.id()) : List.of();
    }

    private Contribution contribution(Strand strand, Term term) {
        MatchTag weaker = term.weaker();
        double weight = weights.of(strand) * term.weight();
        return new Contribution(
                strand,
                end(term.from(), term.fromTags(), term.fromTag()),
                end(term.to(), term.toTags(), term.toTag()),
                term.similarity(),
                weight,
                term.factor(),
                term.confidence(),
                weights.of(strand) * term.value(),
                term.channel(),
                weaker.source(),
                weaker.date(),
                term.uncertain() || restsOnEntryToVerify(term));
    }

    /** Whether the lever, or the entry of the relatedness table, that joins both tags is still to be verified. */
    private boolean restsOnEntryToVerify(Term term) {
        int from = term.fromTags().terms[term.fromTag()];
        int to = term.toTags().terms[term.toTag()];
        return switch (term.channel()) {
            case LEVER -> matcher.leversToVerify[from * matcher.nace.size() + to];
            // neither uses the table: the one takes the tree alone, and to the other a narrower term is the thing
            // itself
            case LEARNING, NARROWER -> false;
            default ->
                treeOf(term.to(), term.toTags()) == matcher.nace
                        ? matcher.kinToVerify[from * matcher.nace.size() + to]
                        : matcher.nearToVerify[from * matcher.competences.size() + to];
        };
    }

    private Contribution.End end(Profile profile, Tags tags, int tag) {
        ConceptTree tree = treeOf(profile, tags);
        int term = tags.terms[tag];
        return new Contribution.End(
                tree.code(term),
                tree.label(term),
                profile.id(),
                profile.subject().label());
    }

    private ConceptTree treeOf(Profile profile, Tags tags) {
        return tags == profile.competences ? matcher.competences : matcher.nace;
    }

    /** The terms of a strand in a reading; their values sum up to the strand. */
    private List<Term> terms(Strand strand, int reading) {
        return switch (strand) {
            case ACTIVITY -> both(reading, false);
            case COMPETENCE -> both(reading, true);
            case SERVICE -> service(reading);
            case LEARNING -> learning(reading);
        };
    }

    private List<Term> both(int reading, boolean competences) {
        boolean peers = measure.betweenClusters();
        double there = peers ? 0.5 : matcher.model.inside();
        double back = peers ? 0.5 : matcher.model.covers();
        List<Term> terms = new ArrayList<>();
        if (competences) {
            terms.addAll(coverage(
                    reading,
                    one,
                    one.competences,
                    other,
                    other.competences,
                    there,
                    peers ? matcher.near : matcher.inside));
            terms.addAll(coverage(reading, other, other.competences, one, one.competences, back, matcher.near));
        } else {
            terms.addAll(coverage(reading, one, one.activities, other, other.activities, there, matcher.kin));
            terms.addAll(coverage(reading, other, other.activities, one, one.activities, back, matcher.kin));
        }
        return terms;
    }

    private List<Term> coverage(
            int reading, Profile from, Tags fromTags, Profile to, Tags toTags, double share, double[] similarities) {
        ConceptTree tree = treeOf(from, fromTags);
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < fromTags.size(); i++) {
            Term best = null;
            for (int j = 0; j < toTags.size(); j++) {
                int at = fromTags.terms[i] * tree.size() + toTags.terms[j];
                double confidence = Math.min(fromTags.confidence[reading][i], toTags.confidence[reading][j]);
                if (similarities[at] * confidence > (best == null ? 0 : best.similarity() * best.confidence())) {
                    best = new Term(
                            from,
                            fromTags,
                            i,
                            to,
                            toTags,
                            j,
                            share * fromTags.weights[i],
                            similarities[at],
                            1,
                            confidence,
                            channel(tree, fromTags.terms[i], toTags.terms[j], similarities, at));
                }
            }
            if (best != null) {
                terms.add(best);
            }
        }
        return terms;
    }

    private String channel(ConceptTree tree, int from, int to, double[] similarities, int at) {
        if (from == to) {
            return "exact";
        }
        if (similarities == matcher.inside && tree.within(from, to)) {
            return NARROWER;
        }
        String named = tree == matcher.nace ? matcher.kinChannels[at] : matcher.nearChannels[at];
        return named == null ? "kinship" : named;
    }

    private List<Term> service(int reading) {
        if (!measure.betweenClusters()) {
            return service(reading, one, other);
        }
        double there = matcher.serve(reading, one, other);
        double back = matcher.serve(reading, other, one);
        if (Matcher.alike(there, back)) {
            // of two that serve each other alike, each carries half
            return Stream.concat(service(reading, one, other).stream(), service(reading, other, one).stream())
                    .map(Term::half)
                    .toList();
        }
        return there > back ? service(reading, one, other) : service(reading, other, one);
    }

    private List<Term> service(int reading, Profile server, Profile served) {
        int n = matcher.nace.size();
        List<Term> terms = new ArrayList<>();
        for (int j = 0; j < served.activities.size(); j++) {
            int division = served.activities.terms[j];
            double confidence = served.activities.confidence[reading][j];
            double weight = served.activities.weights[j];
            double factor = 1 - matcher.own(server, division);
            Term best = null;
            for (int m = 0; m < server.markets.size(); m++) {
                double similarity = matcher.kin[server.markets.terms[m] * n + division];
                double both = Math.min(server.markets.confidence[reading][m], confidence);
                best = better(
                        best,
                        new Term(
                                server,
                                server.markets,
                                m,
                                served,
                                served.activities,
                                j,
                                weight,
                                similarity,
                                factor,
                                both,
                                "market"));
            }
            for (int k = 0; k < server.competences.size(); k++) {
                double similarity = server.competences.levels[k]
                        * matcher.levers[reading][server.competences.terms[k] * n + division];
                double both = Math.min(server.competences.confidence[reading][k], confidence);
                best = better(
                        best,
                        new Term(
                                server,
                                server.competences,
                                k,
                                served,
                                served.activities,
                                j,
                                weight,
                                similarity,
                                factor,
                                both,
                                LEVER));
            }
            if (best != null) {
                terms.add(best);
            }
        }
        return terms;
    }

    private static Term better(Term best, Term next) {
        double value = next.similarity() * next.confidence();
        return value > (best == null ? 0 : best.similarity() * best.confidence()) ? next : best;
    }

    private List<Term> learning(int reading) {
        double there = matcher.learn(reading, one.competences, other.competences);
        double back = matcher.learn(reading, other.competences, one.competences);
        double mean = Matcher.harmonic(there, back);
        if (mean == 0) {
            return List.of();
        }
        // each direction carries half of the mean
        List<Term> terms = new ArrayList<>(learning(reading, one, other, mean / (2 * there)));
        terms.addAll(learning(reading, other, one, mean / (2 * back)));
        return terms;
    }

    private List<Term> learning(int reading, Profile learner, Profile teacher, double share) {
        int n = matcher.competences.size();
        List<Term> terms = new ArrayList<>();
        for (int k = 0; k < teacher.competences.size(); k++) {
            int nearest = -1;
            double similarity = 0;
            double confidence = 0;
            for (int q = 0; q < learner.competences.size(); q++) {
                double candidate = matcher.lin[teacher.competences.terms[k] * n + learner.competences.terms[q]];
                double both = Math.min(
                        teacher.competences.confidence[reading][k], learner.competences.confidence[reading][q]);
                if (candidate > similarity || (candidate == similarity && both > confidence)) {
                    nearest = q;
                    similarity = candidate;
                    confidence = both;
                }
            }
            if (nearest >= 0) {
                terms.add(new Term(
                        teacher,
                        teacher.competences,
                        k,
                        learner,
                        learner.competences,
                        nearest,
                        share * teacher.competences.weights[k],
                        similarity,
                        4 * (1 - similarity),
                        confidence,
                        LEARNING));
            }
        }
        return terms;
    }

    /**
     * The choice of questions that narrows the interval most when all of them are answered. One answer is often worth nothing without
     * another: a term counts only when both of its tags are documented. So every choice is tried; there are at most a few dozen.
     */
    private List<Question> questions() {
        List<Asked> candidates = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            Stream.of(one, other)
                    .sorted(Comparator.comparing(Profile::id))
                    .filter(profile ->
                            topic != Topic.MARKETS || profile.subject().kind() == MatchSubject.Kind.CLUSTER)
                    .forEach(profile -> {
                        Tags tags = profile.of(topic);
                        if (tags.empty()) {
                            candidates.add(new Asked(profile, topic, Reason.MISSING));
                        } else if (tags.doubtful()) {
                            candidates.add(new Asked(profile, topic, Reason.UNDOCUMENTED));
                        }
                    });
        }
        double width = width(List.of());
        List<Asked> best = List.of();
        double narrowest = width;
        for (int size = 1; size <= matcher.model.limits().questions(); size++) {
            for (List<Asked> choice : choices(candidates, size)) {
                double left = width(choice);
                if (left < narrowest && !Matcher.alike(left, narrowest)) {
                    best = choice;
                    narrowest = left;
                }
            }
        }
        narrowsBy = width - narrowest;
        return best.stream()
                .map(asked -> new Question(
                        asked.profile().id(),
                        asked.profile().subject().label(),
                        asked.topic(),
                        asked.reason(),
                        narrowed(width, width(List.of(asked)))))
                .sorted(Comparator.comparingDouble(Question::narrowsBy).reversed())
                .toList();
    }

    private static double narrowed(double before, double after) {
        return Matcher.alike(before, after) ? 0 : before - after;
    }

    /** How wide the interval is when these questions have been answered. */
    private double width(List<Asked> answered) {
        Rating rating = matcher.rate(measure, answering(one, answered), answering(other, answered));
        return rating.high() - rating.low();
    }

    private static Profile answering(Profile profile, List<Asked> answered) {
        return profile.answering(answered.stream()
                .filter(asked -> asked.profile() == profile)
                .map(Asked::topic)
                .collect(Collectors.toSet()));
    }

    /** Every choice of so many, in the order of the candidates. */
    private static List<List<Asked>> choices(List<Asked> candidates, int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        List<List<Asked>> choices = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            for (List<Asked> rest : choices(candidates.subList(i + 1, candidates.size()), size - 1)) {
                List<Asked> choice = new ArrayList<>(List.of(candidates.get(i)));
                choice.addAll(rest);
                choices.add(choice);
            }
        }
        return choices;
    }
}
