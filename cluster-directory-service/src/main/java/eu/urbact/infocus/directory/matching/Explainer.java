package eu.urbact.infocus.directory.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

        boolean uncertain() {
            return fromTags.tags[fromTag].uncertain() || toTags.tags[toTag].uncertain();
        }

        MatchTag weaker() {
            MatchTag one = fromTags.tags[fromTag];
            MatchTag other = toTags.tags[toTag];
            return other.confidence() < one.confidence() ? other : one;
        }
    }

    private record Asked(String subject, Topic topic, Reason reason) {}

    private final Matcher matcher;
    private final Measure measure;
    private final Profile one;
    private final Profile other;
    private final Weights weights;
    private final Map<Asked, Double> questions = new TreeMap<>(
            Comparator.comparing(Asked::subject).thenComparing(Asked::topic).thenComparing(Asked::reason));

    Explainer(Matcher matcher, Measure measure, Profile one, Profile other) {
        this.matcher = matcher;
        this.measure = measure;
        this.one = one;
        this.other = other;
        this.weights = matcher.model.weights(measure);
    }

    Explanation explain() {
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
        return new Explanation(
                measure,
                matcher.rate(measure, one, other),
                strands,
                weights.service() > 0 ? serverOf() : Optional.empty(),
                List.copyOf(contributions),
                questions());
    }

    private Optional<String> serverOf() {
        if (measure.betweenClusters()) {
            return matcher.server(one, other);
        }
        return matcher.serve(Reading.FIT, one, other) > 0 ? Optional.of(one.id()) : Optional.empty();
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
        // of two that serve each other alike, the same one is shown whoever is asked first
        boolean forth = there != back ? there > back : one.id().compareTo(other.id()) <= 0;
        return forth ? service(reading, one, other) : service(reading, other, one);
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

    private List<Question> questions() {
        double[] low = new double[Strand.values().length];
        double[] fit = new double[Strand.values().length];
        double[] high = new double[Strand.values().length];
        matcher.strands(measure, Reading.LOW, one, other, low);
        matcher.strands(measure, Reading.FIT, one, other, fit);
        System.arraycopy(fit, 0, high, 0, fit.length);
        matcher.fillUnknown(measure, one, other, high);
        for (Strand strand : Strand.values()) {
            double share = weights.of(strand);
            int at = strand.index;
            if (share > 0) {
                askWhatIsMissing(strand, share * (high[at] - fit[at]));
                askForDocuments(strand, share * (fit[at] - low[at]));
            }
        }
        return questions.entrySet().stream()
                .filter(entry -> entry.getValue() > NOTHING)
                .sorted(Map.Entry.<Asked, Double>comparingByValue().reversed())
                .limit(matcher.model.limits().questions())
                .map(entry -> new Question(
                        entry.getKey().subject(),
                        entry.getKey().subject().equals(one.id())
                                ? one.subject().label()
                                : other.subject().label(),
                        entry.getKey().topic(),
                        entry.getKey().reason(),
                        entry.getValue()))
                .toList();
    }

    /** Shares what the unknown facets leave open among them. */
    private void askWhatIsMissing(Strand strand, double open) {
        List<Asked> missing = new ArrayList<>();
        switch (strand) {
            case ACTIVITY -> missing(missing, Topic.ACTIVITIES);
            case COMPETENCE, LEARNING -> missing(missing, Topic.COMPETENCES);
            case SERVICE -> {
                boolean forth = !measure.betweenClusters()
                        || matcher.serveAtBest(one, other) >= matcher.serveAtBest(other, one);
                Profile server = forth ? one : other;
                Profile served = forth ? other : one;
                if (served.activities.empty()) {
                    missing.add(new Asked(served.id(), Topic.ACTIVITIES, Reason.MISSING));
                } else if (server.markets.empty()) {
                    // one answer is enough, and this is the easier one to give
                    missing.add(new Asked(server.id(), Topic.MARKETS, Reason.MISSING));
                } else {
                    missing.add(new Asked(server.id(), Topic.COMPETENCES, Reason.MISSING));
                }
            }
        }
        missing.forEach(asked -> questions.merge(asked, open / missing.size(), Double::sum));
    }

    private void missing(List<Asked> missing, Topic topic) {
        for (Profile profile : List.of(one, other)) {
            if ((topic == Topic.ACTIVITIES ? profile.activities : profile.competences).empty()) {
                missing.add(new Asked(profile.id(), topic, Reason.MISSING));
            }
        }
    }

    /** Shares what undocumented tags leave open among them: by what each term could give, both tags of a term alike. */
    private void askForDocuments(Strand strand, double open) {
        Map<Asked, Double> parts = new TreeMap<>(
                Comparator.comparing(Asked::subject).thenComparing(Asked::topic).thenComparing(Asked::reason));
        for (Term term : terms(strand, Reading.FIT)) {
            List<Asked> doubtful = new ArrayList<>();
            if (!term.fromTags().documented(term.fromTag())) {
                doubtful.add(document(term.from(), term.fromTags()));
            }
            if (!term.toTags().documented(term.toTag())) {
                doubtful.add(document(term.to(), term.toTags()));
            }
            if (doubtful.isEmpty() && term.channel().equals(LEVER)) {
                // only the lever itself is in doubt, and a declared market makes it needless
                doubtful.add(new Asked(
                        term.from().id(),
                        Topic.MARKETS,
                        term.from().markets.empty() ? Reason.MISSING : Reason.UNDOCUMENTED));
            }
            doubtful.forEach(asked -> parts.merge(asked, term.value() / doubtful.size(), Double::sum));
        }
        double whole = parts.values().stream().mapToDouble(Double::doubleValue).sum();
        if (whole > 0) {
            parts.forEach((asked, part) -> questions.merge(asked, open * part / whole, Double::sum));
        }
    }

    private Asked document(Profile profile, Tags tags) {
        Topic topic = tags == profile.competences
                ? Topic.COMPETENCES
                : tags == profile.markets ? Topic.MARKETS : Topic.ACTIVITIES;
        return new Asked(profile.id(), topic, Reason.UNDOCUMENTED);
    }
}
