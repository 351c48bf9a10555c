package eu.urbact.infocus.directory.matchmaking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * The best partners of a cluster in other cities. So that no city and no service cluster fills the list, a city gives a few
     * in the first round and the others come after them; this orders what is shown and changes no score.
     */
    List<PartnerSuggestion> of(String id, Measure lens, boolean network, Optional<String> city, int size) {
        Profile cluster = state.network().profile(id).orElseThrow();
        String own = state.ref(id).cityId();
        List<Network.Partner> partners =
                state.network().best(lens, cluster, Integer.MAX_VALUE, other -> wanted(own, other, network, city));
        Percentiles percentiles = state.network().percentiles(lens);
        return mixed(partners).stream()
                .limit(size)
                .map(partner -> suggestion(cluster, partner.profile(), lens, percentiles))
                .toList();
    }

    private boolean wanted(String own, Profile other, boolean network, Optional<String> city) {
        String place =
                state.cluster(other.subject().id()).orElseThrow().cityId().orElse(null);
        return (place == null ? !network : !place.equals(own))
                && (city.isEmpty() || city.get().equals(place));
    }

    private List<Network.Partner> mixed(List<Network.Partner> partners) {
        int perCity = state.model().limits().partnersPerCity();
        Map<String, Integer> seen = new HashMap<>();
        List<Network.Partner> first = new ArrayList<>();
        List<Network.Partner> later = new ArrayList<>();
        for (Network.Partner partner : partners) {
            Optional<String> city = state.cluster(partner.profile().subject().id())
                    .orElseThrow()
                    .cityId();
            boolean room = city.isEmpty() || seen.merge(city.get(), 1, Integer::sum) <= perCity;
            (room ? first : later).add(partner);
        }
        first.addAll(later);
        return first;
    }

    private PartnerSuggestion suggestion(Profile cluster, Profile other, Measure lens, Percentiles percentiles) {
        Explanation explanation = state.network().matcher().explain(lens, cluster, other);
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
                explanation
                        .server()
                        .map(server -> server.equals(id)
                                ? PartnerSuggestion.Direction.SERVES
                                : PartnerSuggestion.Direction.SERVED_BY)
                        .orElse(PartnerSuggestion.Direction.NONE),
                Evidence.of(explanation),
                state.partnerships(id, partner).stream()
                        .map(PartnershipEntry::id)
                        .toList());
    }

    /** Pairs of clusters of different cities, best first. */
    List<PairSuggestion> pairs(Measure lens, boolean network, boolean untapped, int limit) {
        Percentiles percentiles = state.network().percentiles(lens);
        return state
                .network()
                .pairs(
                        lens,
                        limit,
                        (one, other) -> !sameCity(one, other)
                                && (!network || (hasCity(one) && hasCity(other)))
                                && (!untapped
                                        || state.partnerships(
                                                        one.subject().id(),
                                                        other.subject().id())
                                                .isEmpty()))
                .stream()
                .map(pair -> pair(pair, lens, percentiles))
                .toList();
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
        PartnerSuggestion suggestion = suggestion(pair.one(), pair.other(), lens, percentiles);
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
                    case NONE -> null;
                },
                suggestion.evidence(),
                suggestion.partnerships());
    }
}
