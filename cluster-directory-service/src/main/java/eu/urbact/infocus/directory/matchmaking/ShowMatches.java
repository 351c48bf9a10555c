package eu.urbact.infocus.directory.matchmaking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.directory.matching.Measure;

/** Shows partners, pairs, matrices and the model card of the current state. */
@ApplicationScoped
public class ShowMatches {

    /** More than a graph can show. */
    public static final int MOST_PAIRS = 1000;

    private final MatchStates states;
    private volatile ModelCard card;
    private final Map<PairQuestion, List<PairSuggestion>> pairs = new ConcurrentHashMap<>();

    ShowMatches(MatchStates states) {
        this.states = states;
    }

    /**
     * The best partners of a cluster in other cities.
     *
     * @param id id of the cluster
     * @param lens ALLIANCE or CROSS_INNOVATION
     * @param network true for clusters of the network's cities only
     * @param city a city whose clusters are wanted
     * @param size how many
     * @return the list; empty when there is no such cluster
     */
    @Transactional
    public Optional<PartnerList> partners(String id, Measure lens, boolean network, Optional<String> city, int size) {
        MatchState state = states.current();
        if (state.cluster(id).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PartnerList(
                state.model().version(),
                state.dataVersion(),
                state.ref(id),
                lens,
                state.network().percentiles(lens).pairs(),
                new PartnerLists(state).of(id, lens, network, city, size)));
    }

    /**
     * Pairs of clusters of different cities, best first.
     *
     * @param lens ALLIANCE or CROSS_INNOVATION
     * @param minPercentile from which percentile on; none for the model's threshold of untapped pairs
     * @param network true for clusters of the network's cities only
     * @param untapped true for pairs without a known partnership only
     * @param limit how many
     * @return the list
     */
    @Transactional
    public PairList pairs(Measure lens, Optional<Integer> minPercentile, boolean network, boolean untapped, int limit) {
        MatchState state = states.current();
        double from = minPercentile
                .map(Integer::doubleValue)
                .orElse(state.model().thresholds().untappedPercentile());
        List<PairSuggestion> found =
                best(state, new PairQuestion(state.dataVersion(), lens, network, untapped)).stream()
                        .takeWhile(pair -> pair.percentile() >= from)
                        .limit(limit)
                        .toList();
        return new PairList(
                state.model().version(),
                state.dataVersion(),
                lens,
                state.network().percentiles(lens).pairs(),
                from,
                found);
    }

    /** Looking at all pairs of a large directory takes seconds; so it is done once for each state. */
    private List<PairSuggestion> best(MatchState state, PairQuestion question) {
        pairs.keySet().removeIf(known -> !known.dataVersion().equals(state.dataVersion()));
        return pairs.computeIfAbsent(question, asked -> new PartnerLists(state)
                .pairs(asked.lens(), asked.network(), asked.untapped(), MOST_PAIRS));
    }

    private record PairQuestion(String dataVersion, Measure lens, boolean network, boolean untapped) {}

    /**
     * The matrix of a region.
     *
     * @param regionId id of the region
     * @param wholeNetwork true for all clusters of the network instead of the region's own
     * @return the matrix; empty when there is no such region
     */
    @Transactional
    public Optional<Matrix> matrix(String regionId, boolean wholeNetwork) {
        MatchState state = states.current();
        return state.region(regionId)
                .map(region -> matrix(state, List.of(new RegionMatrices(state).of(region, wholeNetwork))));
    }

    /**
     * The matrices of all regions.
     *
     * @param wholeNetwork true for all clusters of the network instead of each region's own
     * @return the matrices
     */
    @Transactional
    public Matrix matrices(boolean wholeNetwork) {
        MatchState state = states.current();
        RegionMatrices matrices = new RegionMatrices(state);
        return matrix(
                state,
                state.regions().stream()
                        .map(region -> matrices.of(region, wholeNetwork))
                        .toList());
    }

    private static Matrix matrix(MatchState state, List<RegionMatrix> regions) {
        return new Matrix(
                state.model().version(),
                state.dataVersion(),
                state.model().thresholds().core(),
                state.model().thresholds().enabler(),
                state.model().thresholds().crowdedFrom(),
                regions);
    }

    /**
     * Which of its priorities a region would keep if it had to choose.
     *
     * @param regionId id of the region
     * @return the best choice of one, two and more; empty when there is no such region
     */
    @Transactional
    public Optional<DiversificationCurve> diversification(String regionId) {
        MatchState state = states.current();
        return state.region(regionId)
                .map(region -> new DiversificationCurve(
                        state.model().version(),
                        state.dataVersion(),
                        regionId,
                        region.name(),
                        state.model().limits().connection(),
                        new RegionMatrices(state).diversification(region)));
    }

    /**
     * Everything somebody needs to judge the model.
     *
     * @return the model card of the current state
     */
    @Transactional
    public ModelCard modelCard() {
        MatchState state = states.current();
        ModelCard known = card;
        if (known == null || !known.dataVersion().equals(state.dataVersion())) {
            known = ModelCards.of(state);
            card = known;
        }
        return known;
    }

    /**
     * Partners of a cluster.
     *
     * @param modelVersion version of the model
     * @param dataVersion version of the data
     * @param cluster whose partners
     * @param lens which question
     * @param pairs how many pairs the percentiles are about
     * @param items the partners, best first, mixed over the cities
     */
    public record PartnerList(
            String modelVersion,
            String dataVersion,
            ClusterRef cluster,
            Measure lens,
            long pairs,
            List<PartnerSuggestion> items) {}

    /**
     * Pairs of clusters.
     *
     * @param modelVersion version of the model
     * @param dataVersion version of the data
     * @param lens which question
     * @param pairs how many pairs the percentiles are about
     * @param minPercentile from which percentile on
     * @param items the pairs, best first
     */
    public record PairList(
            String modelVersion,
            String dataVersion,
            Measure lens,
            long pairs,
            double minPercentile,
            List<PairSuggestion> items) {}

    /**
     * Priorities against clusters.
     *
     * @param modelVersion version of the model
     * @param dataVersion version of the data
     * @param coreFrom smallest fit of a cluster that belongs to a priority
     * @param enablerFrom smallest fit of a cluster that serves a priority
     * @param crowdedFrom as many fitting clusters make a priority crowded
     * @param regions one matrix for each region
     */
    public record Matrix(
            String modelVersion,
            String dataVersion,
            double coreFrom,
            double enablerFrom,
            int crowdedFrom,
            List<RegionMatrix> regions) {}

    /**
     * Which of its priorities a region would keep if it had to choose.
     *
     * @param modelVersion version of the model
     * @param dataVersion version of the data
     * @param regionId id of the region
     * @param region its name
     * @param connection what a pair of entirely related domains is worth beside one fully matched cluster
     * @param steps the best choice of one, two and more
     */
    public record DiversificationCurve(
            String modelVersion,
            String dataVersion,
            String regionId,
            String region,
            double connection,
            List<DiversificationStep> steps) {}
}
