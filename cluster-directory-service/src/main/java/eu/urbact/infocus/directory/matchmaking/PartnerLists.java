package eu.urbact.infocus.directory.matchmaking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import eu.urbact.infocus.directory.matching.Explanation;
import eu.urbact.infocus.directory.matching.Measure;
import eu.urbact.infocus.directory.matching.Network;
import eu.urbact.infocus.directory.matching.Percentiles;
import eu.urbact.infocus.directory.matching.Profile;
import eu.urbact.infocus.directory.matching.Rating;

/** Makes lists of partners and of pairs out of a state. */
final class PartnerLists {

    private final MatchState state;

    PartnerLists(MatchState state) {
        this.state = state;
    }

    /**
     * The best partners of a cluster in other cities. Clusters that fit everybody would fill every list, so the best by score are
     * put in the order of how both sides stand for each other. It orders what is shown, and changes no score.
     */
    List<PartnerSuggestion> of(String id, Measure lens, boolean network, Optional<String> city, int size) {
        Profile cluster = state.network().profile(id).orElseThrow();
        String own = state.ref(id).cityId();
        List<Network.Partner> partners =
                state.network().best(lens, cluster, Integer.MAX_VALUE, other -> wanted(own, other, network, city));
        Percentiles percentiles = state.network().percentiles(lens);
        return mutual(cluster, lens, partners).stream()
                .limit(size)
                .map(partner -> suggestion(
                        cluster,
                        partner.profile(),
                        lens,
                        percentiles,
                        state.network().standing(lens, cluster, partner.profile())))
                .toList();
    }

    /** The best by score, those first that stand highest for each other; then the others. */
    private List<Network.Partner> mutual(Profile cluster, Measure lens, List<Network.Partner> partners) {
        int many = Math.min(partners.size(), state.model().limits().rankedMutually());
        Map<Network.Partner, Double> standings = new HashMap<>();
        List<Network.Partner> ordered = new ArrayList<>(partners.subList(0, many));
        ordered.forEach(partner -> standings.put(
                partner,
                state.network().standing(lens, cluster, partner.profile()).mutual()));
        // a stable sort: among equal ones the order by score and id stays
        ordered.sort(Comparator.<Network.Partner>comparingDouble(standings::get).reversed());
        ordered.addAll(partners.subList(many, partners.size()));
        return ordered;
    }

    private boolean wanted(String own, Profile other, boolean network, Optional<String> city) {
        String place =
                state.cluster(other.subject().id()).orElseThrow().cityId().orElse(null);
        return (place == null ? !network : !place.equals(own))
                && (city.isEmpty() || city.get().equals(place));
    }

    private PartnerSuggestion suggestion(
            Profile cluster, Profile other, Measure lens, Percentiles percentiles, Network.Standing standing) {
        Explanation explanation = state.network().matcher().evidence(lens, cluster, other);
        Rating rating = explanation.rating();
        String id = cluster.subject().id();
        String partner = other.subject().id();
        return new PartnerSuggestion(
                state.ref(partner),
                rating.score(),
                rating.low(),
                rating.high(),
                rating.fit(),
                percentiles.of(rating.score()),
                standing,
                direction(explanation, id),
                Evidence.of(explanation),
                state.partnerships(id, partner).stream()
                        .map(PartnershipEntry::id)
                        .toList(),
                explanation.uncertain());
    }

    private static PartnerSuggestion.Direction direction(Explanation explanation, String id) {
        if (explanation.bothServe()) {
            return PartnerSuggestion.Direction.BOTH;
        }
        return explanation
                .server()
                .map(server ->
                        server.equals(id) ? PartnerSuggestion.Direction.SERVES : PartnerSuggestion.Direction.SERVED_BY)
                .orElse(PartnerSuggestion.Direction.NONE);
    }

    /**
     * Pairs of clusters of different cities for several questions, in one pass over all pairs.
     *
     * @param questions what is asked
     * @param limit how many for each
     * @param outdated whether nobody needs them any more
     * @return best first
     * @throws CancellationException when nobody needs them any more
     */
    Map<PairQuestion, List<PairSuggestion>> pairs(List<PairQuestion> questions, int limit, BooleanSupplier outdated) {
        List<List<Network.Pair>> found = state.network()
                .pairs(
                        limit,
                        questions.stream()
                                .map(question -> new Network.PairQuestion(
                                        question.lens(), (one, other) -> wanted(question, one, other)))
                                .toList(),
                        outdated);
        // most pairs are among the best for several questions
        Map<Measure, Map<Network.Pair, PairSuggestion>> known = new EnumMap<>(Measure.class);
        Map<PairQuestion, List<PairSuggestion>> lists = new HashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            Measure lens = questions.get(i).lens();
            Percentiles percentiles = state.network().percentiles(lens);
            Map<Network.Pair, PairSuggestion> ofLens = known.computeIfAbsent(lens, any -> new HashMap<>());
            lists.put(
                    questions.get(i),
                    found.get(i).stream()
                            .map(pair -> ofLens.computeIfAbsent(pair, any -> pair(pair, lens, percentiles)))
                            .toList());
        }
        return lists;
    }

    /**
     * Which pairs are asked for.
     *
     * @param lens ALLIANCE or CROSS_INNOVATION
     * @param network true for clusters of the network's cities only
     * @param untapped true for pairs without a known partnership only
     */
    record PairQuestion(Measure lens, boolean network, boolean untapped) {}

    private boolean wanted(PairQuestion question, Profile one, Profile other) {
        return !sameCity(one, other)
                && (!question.network() || (hasCity(one) && hasCity(other)))
                && (!question.untapped()
                        || state.partnerships(
                                        one.subject().id(), other.subject().id())
                                .isEmpty());
    }

    private boolean hasCity(Profile profile) {
        return state.cluster(profile.subject().id()).orElseThrow().cityId().isPresent();
    }

    private boolean sameCity(Profile one, Profile other) {
        Optional<String> city = state.cluster(one.subject().id()).orElseThrow().cityId();
        return city.isPresent()
                && city.equals(state.cluster(other.subject().id()).orElseThrow().cityId());
    }

    private PairSuggestion pair(Network.Pair pair, Measure lens, Percentiles percentiles) {
        PartnerSuggestion suggestion = suggestion(pair.one(), pair.other(), lens, percentiles, null);
        return new PairSuggestion(
                state.ref(pair.one().subject().id()),
                suggestion.cluster(),
                suggestion.score(),
                suggestion.low(),
                suggestion.high(),
                suggestion.fit(),
                suggestion.percentile(),
                switch (suggestion.direction()) {
                    case SERVES -> pair.one().subject().id();
                    case SERVED_BY -> pair.other().subject().id();
                    case BOTH, NONE -> null;
                },
                suggestion.direction() == PartnerSuggestion.Direction.BOTH,
                suggestion.evidence(),
                suggestion.partnerships(),
                suggestion.uncertain());
    }
}
