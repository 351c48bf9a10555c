package eu.urbact.infocus.directory.matchmaking;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;

import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.matching.MatchingModel;
import eu.urbact.infocus.directory.matching.Measure;
import eu.urbact.infocus.directory.matching.Strand;
import eu.urbact.infocus.directory.matching.Validation;
import eu.urbact.infocus.directory.matchmaking.ModelCard.ValidationView.Way;
import eu.urbact.infocus.directory.reference.Confidence;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Taxonomy;

/** Writes the model card of a state, measured at that state. */
final class ModelCards {

    /** Enough to measure against; more only takes longer. */
    private static final int MOST_COMPARED = 500;

    private ModelCards() {}

    static ModelCard of(MatchState state, int explainableVersions) {
        MatchingModel model = state.model();
        Map<Measure, Map<Strand, Double>> weights = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            Map<Strand, Double> shares = new EnumMap<>(Strand.class);
            for (Strand strand : Strand.values()) {
                if (model.weights(measure).of(strand) > 0) {
                    shares.put(strand, model.weights(measure).of(strand));
                }
            }
            weights.put(measure, shares);
        }
        Map<String, Double> confidence = new LinkedHashMap<>();
        for (Confidence value : Confidence.values()) {
            confidence.put(value.name(), value.weight());
        }
        Map<String, Long> channels = new TreeMap<>();
        state.relatedness().forEach(entry -> channels.merge(entry.channel(), 1L, Long::sum));
        return new ModelCard(
                model.version(),
                state.dataVersion(),
                explainableVersions,
                "It suggests which clusters of different cities should talk to each other, and shows how a region's priorities"
                        + " and its cities' clusters fit together. A score is a reason to look, not a judgement of a cluster.",
                weights,
                model.inside(),
                model.covers(),
                confidence,
                model.documentedLever(),
                model.acceptedLever(),
                model.thresholds(),
                FORMULAS,
                sizes(state),
                state.levers().stream()
                        .map(lever -> new ModelCard.LeverView(
                                lever.competence(),
                                state.taxonomy().label(Facet.COMPETENCE, lever.competence()),
                                lever.division(),
                                state.taxonomy().label(Facet.ACTIVITY, lever.division()),
                                lever.strength(),
                                state.taxonomy().view(lever.provenance())))
                        .toList(),
                channels,
                state.relatedness().stream()
                        .map(entry -> related(entry, state.taxonomy()))
                        .toList(),
                state.partnerships().stream()
                        .map(partnership -> PartnershipView.of(partnership, state))
                        .toList(),
                validation(state),
                limits(state));
    }

    private static ModelCard.RelatednessView related(RelatednessEntry entry, Taxonomy taxonomy) {
        Facet facet = entry.labels();
        return new ModelCard.RelatednessView(
                facet,
                entry.one(),
                taxonomy.label(facet, entry.one()),
                entry.other(),
                taxonomy.label(facet, entry.other()),
                entry.similarity().doubleValue(),
                entry.channel(),
                taxonomy.view(entry.provenance()));
    }

    private static List<ModelCard.TaxonomySize> sizes(MatchState state) {
        return List.of(
                new ModelCard.TaxonomySize(
                        "NACE Rev. 2 sections", state.taxonomy().sections().size()),
                new ModelCard.TaxonomySize(
                        "NACE Rev. 2 divisions", state.taxonomy().divisions().size()),
                new ModelCard.TaxonomySize(
                        "Competences", state.taxonomy().competences().size()),
                new ModelCard.TaxonomySize(
                        "Key enabling technologies among them",
                        state.taxonomy().competences().stream()
                                .filter(competence -> competence.keyEnablingTechnology())
                                .count()),
                new ModelCard.TaxonomySize(
                        "Industrial ecosystems", state.taxonomy().ecosystems().size()),
                new ModelCard.TaxonomySize("Levers", state.levers().size()),
                new ModelCard.TaxonomySize(
                        "Regional priorities",
                        state.regions().stream()
                                .mapToLong(region -> region.priorities().size())
                                .sum()),
                new ModelCard.TaxonomySize("Clusters", state.clusters().size()),
                new ModelCard.TaxonomySize(
                        "Clusters in the network's cities",
                        state.clusters().stream()
                                .filter(cluster -> cluster.cityId().isPresent())
                                .count()));
    }

    /** Both lenses beside the plain ways, on the known partnerships of their kind. */
    static List<ModelCard.ValidationView> validation(MatchState state) {
        Map<String, String> texts = new TreeMap<>();
        state.clusters().forEach(cluster -> texts.put(cluster.id(), cluster.summary() + " " + cluster.keywords()));
        ToDoubleBiFunction<String, String> overlap = Validation.overlap(state.ecosystems());
        ToDoubleBiFunction<String, String> words = Validation.words(texts);
        List<ModelCard.ValidationView> views = new ArrayList<>();
        for (PartnershipKind kind : PartnershipKind.values()) {
            Set<List<String>> known = state.knownPairs(kind);
            if (known.isEmpty()) {
                continue;
            }
            List<String> compared = compared(state, known);
            Validation validation = new Validation(compared, known);
            Measure lens = kind == PartnershipKind.ALLIANCE ? Measure.ALLIANCE : Measure.CROSS_INNOVATION;
            long pairs = compared.size() * (compared.size() - 1L) / 2;
            String name = kind == PartnershipKind.ALLIANCE ? "Alliance lens" : "Cross-innovation lens";
            add(views, kind, name, Way.LENS, validation.measure(score(state, lens)), known.size(), pairs);
            add(
                    views,
                    kind,
                    name + ", in the order of the lists",
                    Way.LIST_ORDER,
                    validation.measure(mutual(state, lens)),
                    known.size(),
                    pairs);
            add(
                    views,
                    kind,
                    "Shared industrial ecosystems (Jaccard)",
                    Way.PLAIN,
                    validation.measure(overlap),
                    known.size(),
                    pairs);
            add(views, kind, "Same words (TF-IDF, cosine)", Way.PLAIN, validation.measure(words), known.size(), pairs);
        }
        return views;
    }

    private static void add(
            List<ModelCard.ValidationView> views,
            PartnershipKind kind,
            String method,
            Way way,
            Validation.Result result,
            int known,
            long pairs) {
        views.add(new ModelCard.ValidationView(
                kind, method, way == Way.LENS, way, result.auc(), result.hitAt5(), known, pairs));
    }

    private static List<String> compared(MatchState state, Set<List<String>> known) {
        Set<String> compared = new TreeSet<>();
        known.forEach(compared::addAll);
        state.clusters().stream()
                .map(ClusterDescription::id)
                .limit(MOST_COMPARED)
                .forEach(compared::add);
        return List.copyOf(compared);
    }

    static ToDoubleBiFunction<String, String> score(MatchState state, Measure lens) {
        return (one, other) -> state.network()
                .matcher()
                .score(
                        lens,
                        state.network().profile(one).orElseThrow(),
                        state.network().profile(other).orElseThrow());
    }

    private static ToDoubleBiFunction<String, String> mutual(MatchState state, Measure lens) {
        return (one, other) -> state.network()
                .standing(
                        lens,
                        state.network().profile(one).orElseThrow(),
                        state.network().profile(other).orElseThrow())
                .mutual();
    }

    private static final List<ModelCard.Formula> FORMULAS = List.of(
            new ModelCard.Formula(
                    "Weight of a tag",
                    "w(i) = level × (1 + ln((1+N)/(1+n))), normalised to 1 within a facet",
                    "A main activity counts more than a minor one, and what few have says more than what all have."
                            + " N is counted over what is compared, n are those of it that have the tag: between clusters all"
                            + " clusters of the directory; between clusters and priorities these and all priorities of all regions;"
                            + " in a workshop the people and the clusters in the room, with what they offer and need."),
            new ModelCard.Formula(
                    "Similarity of two terms",
                    "s(i,j) = max(2 IC(common) / (IC(i) + IC(j)), r(i,j)); IC(c) = 1 − ln(narrower+1)/ln(all)",
                    "Two terms are alike when the nearest broader term they share is a narrow one. A table of related terms"
                            + " can bring others nearer. Where it is asked how much of a cluster lies inside a priority, cov(c→p), a"
                            + " narrower competence counts 1 inside a broader one of the priority; in the other direction, cov(p→c),"
                            + " and for activities it does not."),
            new ModelCard.Formula(
                    "Coverage",
                    "cov(X→Y) = Σ w(i) · max s(i,j)",
                    "How much of one side finds something on the other; the best counterpart of each tag is its witness."),
            new ModelCard.Formula(
                    "Activity and competence between clusters",
                    "(cov(c→d) + cov(d→c)) / 2",
                    "How far both do, or are good at, the same."),
            new ModelCard.Formula(
                    "Activity and competence towards a priority",
                    "inside · cov(c→p) + covers · cov(p→c)",
                    "A narrow cluster that lies wholly inside a broad priority is a good match, even if it covers little."),
            new ModelCard.Formula(
                    "Inside and covers of a square",
                    "inside = Σ share(f) · cov(c→p), covers = Σ share(f) · cov(p→c), over f = activities and competences",
                    "How much of the cluster lies inside the priority, and how much of the priority the cluster covers, with every"
                            + " statement at its word. The shares are those that activities and competences have in core. Both say"
                            + " how a cluster belongs; what it serves is not in them, and no score is made of them."),
            new ModelCard.Formula(
                    "Service",
                    "Σ w(j) · max(market s(m,j), level/3 · lever(k,j)) · (1 − own(j))",
                    "How far a cluster serves what the other side does: by the markets it declares and by what its"
                            + " competences are known to be used for. lever(k,j) is the strongest lever to j from k or from a"
                            + " competence broader than k: what a competence serves, all narrower ones serve, too. What it does"
                            + " itself does not count as service: own(j) is the largest similarity of j to one of its own"
                            + " activities, however sure they are."),
            new ModelCard.Formula(
                    "Learning",
                    "harmonic mean of both directions of Σ w(k) · 4x(1−x)",
                    "One learns from what is related: nothing from the same, little from the foreign. x is the similarity"
                            + " of the nearest own competence by the tree alone, 2 IC(common) / (IC(i) + IC(j)), without the table"
                            + " of related terms."),
            new ModelCard.Formula(
                    "Score",
                    "weighted sum of the strands; each term times the smaller confidence of its two tags",
                    "A doubtful statement counts less. Of several counterparts, the one with the largest product of"
                            + " similarity and confidence is taken."),
            new ModelCard.Formula(
                    "Low, fit and high",
                    "low: documented tags and levers only; fit: all confidence 1; high: fit, and what is unknown at its best",
                    "low ≤ score ≤ fit ≤ high. Between a priority and a cluster each of the four is the larger of core and"
                            + " enabler. The thresholds of the gaps are held against the fit; where the high reaches one, the gap"
                            + " is one as far as is known, and its reason says so."),
            new ModelCard.Formula(
                    "What would narrow the interval",
                    "largest (high − low) − (high − low, once answered) over all choices of at most two questions",
                    "A question asks for a document that confirms what is known of one side's markets, activities or competences,"
                            + " or for what is not known at all; the latter is counted as if the answer settled it, so that it"
                            + " narrows by at most that much. One answer can be worth nothing without the other, as a term counts"
                            + " in the low only when both of its tags are documented. Of equally good choices, the one with fewer"
                            + " questions is shown, then markets before activities before competences, then by short name."
                            + " What rests on a lever that is not documented no question can settle."),
            new ModelCard.Formula(
                    "Who serves whom",
                    "the larger of V(c→d) and V(d→c); both where they are equal",
                    "The arrow leads from the one that serves. It has two heads where both serve each other alike; each direction"
                            + " then carries half of the points."),
            new ModelCard.Formula(
                    "Percentile",
                    "share of the other pairs that score lower",
                    "A bare score says little; its place among all pairs of the directory says more."),
            new ModelCard.Formula(
                    "Order of a list of partners",
                    "2ab / (a + b); a = percentile of the partner among all partners of the cluster, b = the other way round",
                    "A cluster that fits everybody a little would fill every list. So of the best by score those come first that"
                            + " stand high on each other's lists. It orders what is shown and changes no score."),
            new ModelCard.Formula(
                    "Meetings of a workshop",
                    "2ab / (a + b); a = cov(needs of the person → offers of the cluster), b = the other way round",
                    "First as many people and clusters as possible have a meeting. Two who fit in one direction only have no score."
                            + " They meet where one of them would have no meeting otherwise, and the meeting is marked as one-sided;"
                            + " there are as few of these as possible. Then the sum of the scores is as high as possible, and of"
                            + " plans with the same sum the one is taken whose one-sided meetings are wanted most, by the larger"
                            + " of a and b. Two who fit in no direction do not meet."),
            new ModelCard.Formula(
                    "Choice of domains",
                    "Σ over clusters of size × best fit + connection × Σ over chosen pairs of their relatedness",
                    "Which k priorities would serve most clusters and hang together. A cluster's size is its members divided by"
                            + " the average of the region's clusters, or its jobs where more of them give jobs. One without such a"
                            + " figure counts as an average one. Two priorities are as related as their activities and competences"
                            + " are alike, (cov(p→r) + cov(r→p)) / 2 of each, with the shares that both have in core and with every"
                            + " statement at its word."));

    private static List<String> limits(MatchState state) {
        long documented =
                state.levers().stream().filter(LeverEntry::isDocumented).count();
        int related = state.relatedness().size();
        return List.of(
                "Most tags were coded by the network from short public descriptions; they wait for each city's correction.",
                "Of the %d levers, %d are documented. The others are widely accepted, or the one makes the other; they stand in no"
                                .formatted(state.levers().size(), documented)
                        + " low.",
                "The taxonomies are trees: what is related across branches is only seen where levers, markets or the relatedness"
                        + " table say so. "
                        + (related == 0
                                ? "That table is empty until a source with a licence is loaded."
                                : "Entries of that table: %d.".formatted(related)),
                "Few partnerships are known, and they were looked up by the network: the measured figures are rough.",
                "Size counts when domains are chosen and nowhere else, and few clusters say how large they are. People, trust and"
                        + " money are not in it. A region with few profiled clusters shows many orphans.",
                "Objectives are shown and have no weight.");
    }
}
