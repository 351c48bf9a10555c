package eu.urbact.infocus.directory.matchmaking;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import eu.urbact.infocus.directory.cluster.Figure;
import eu.urbact.infocus.directory.cluster.FigureView;
import eu.urbact.infocus.directory.matching.Measure;
import eu.urbact.infocus.directory.region.RegionDescription;

/** Shows partners, pairs, matrices and the model card of the current state. */
@ApplicationScoped
public class ShowMatches {

    /** More than a graph can show. */
    public static final int MOST_PAIRS = NetworkPairs.MOST;

    private final MatchStates states;
    private final NetworkPairs networkPairs;
    private final KeptInputs kept;
    private final MatchingConfig config;
    private volatile ModelCard card;

    ShowMatches(MatchStates states, NetworkPairs networkPairs, KeptInputs kept, MatchingConfig config) {
        this.states = states;
        this.networkPairs = networkPairs;
        this.kept = kept;
        this.config = config;
    }

    /**
     * What is found in the current state, which is kept for whoever asks later. Computing and keeping are outside of a transaction: who waits
     * must not keep a connection.
     */
    private <T> Optional<T> shown(Function<MatchState, Optional<T>> answer) {
        MatchState state = current();
        Optional<T> found = answer.apply(state);
        if (found.isPresent()) {
            kept.keep(state.inputs());
        }
        return found;
    }

    private MatchState current() {
        return QuarkusTransaction.requiringNew().call(states::current);
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
    public Optional<PartnerList> partners(String id, Measure lens, boolean network, Optional<String> city, int size) {
        return shown(state -> state.cluster(id)
                .map(cluster -> new PartnerList(
                        state.model().version(),
                        state.dataVersion(),
                        state.ref(id),
                        lens,
                        state.network().percentiles(lens).pairs(),
                        new PartnerLists(state).of(id, lens, network, city, size))));
    }

    /**
     * Pairs of clusters of different cities, best first.
     *
     * @param lens ALLIANCE or CROSS_INNOVATION
     * @param minPercentile from which percentile on; none for the model's threshold of untapped pairs
     * @param network true for clusters of the network's cities only
     * @param untapped true for pairs without a known partnership only
     * @param limit how many
     * @return the list of the current state, or of the one before while it is computed; empty when it is not ready in time
     */
    public Optional<PairList> pairs(
            Measure lens, Optional<Integer> minPercentile, boolean network, boolean untapped, int limit) {
        MatchState state = current();
        double from = minPercentile
                .map(Integer::doubleValue)
                .orElse(state.model().thresholds().untappedPercentile());
        Optional<NetworkPairs.Found> shown = networkPairs.of(state);
        shown.ifPresent(found -> kept.keep(found.inputs()));
        return shown.map(found -> new PairList(
                found.modelVersion(),
                found.dataVersion(),
                lens,
                found.pairs(),
                from,
                found.lists().get(new PartnerLists.PairQuestion(lens, network, untapped)).stream()
                        .takeWhile(pair -> pair.percentile() >= from)
                        .limit(limit)
                        .toList()));
    }

    /**
     * The matrix of a region.
     *
     * @param regionId id of the region
     * @param wholeNetwork true for all clusters of the network instead of the region's own
     * @return the matrix; empty when there is no such region
     */
    public Optional<Matrix> matrix(String regionId, boolean wholeNetwork) {
        return shown(state ->
                state.region(regionId).map(region -> matrix(state, List.of(state.matrix(region, wholeNetwork)))));
    }

    /**
     * The matrices of all regions.
     *
     * @param wholeNetwork true for all clusters of the network instead of each region's own
     * @return the matrices
     */
    public Matrix matrices(boolean wholeNetwork) {
        return shown(state -> Optional.of(matrix(
                        state,
                        state.regions().stream()
                                .map(region -> state.matrix(region, wholeNetwork))
                                .toList())))
                .orElseThrow();
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
    public Optional<DiversificationCurve> diversification(String regionId) {
        return shown(state -> state.region(regionId).map(region -> curve(state, region)));
    }

    private static DiversificationCurve curve(MatchState state, RegionDescription region) {
        RegionMatrices.Diversified diversified = new RegionMatrices(state).diversification(region);
        return new DiversificationCurve(
                state.model().version(),
                state.dataVersion(),
                region.id(),
                region.name(),
                state.model().limits().connection(),
                diversified.sizes().measure(),
                diversified.sizes().sizes().stream()
                        .map(size -> new CountedCluster(
                                state.ref(size.cluster().id()),
                                size.figure()
                                        .map(figure -> FigureView.of(figure, state.taxonomy()))
                                        .orElse(null),
                                size.value(),
                                RegionMatrices.isUncertain(size.cluster().tags())))
                        .toList(),
                diversified.steps());
    }

    /**
     * Everything somebody needs to judge the model.
     *
     * @return the model card of the current state
     */
    public ModelCard modelCard() {
        MatchState state = current();
        ModelCard known = card;
        if (known == null || !known.dataVersion().equals(state.dataVersion())) {
            known = ModelCards.of(state, config.keptVersions());
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
     * @param items the partners: those first that are something special to each other, mixed over the cities
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
     * @param connection what a pair of entirely related domains is worth beside one fully matched cluster of average size
     * @param sizeMeasure what was counted as the size of a cluster; null when all count the same, because none gives a figure
     * @param clusters the region's clusters with what each counts
     * @param steps the best choice of one, two and more of the priorities of which an activity, competence or market is recorded; none
     *     while no cluster of the region is in the directory
     */
    public record DiversificationCurve(
            String modelVersion,
            String dataVersion,
            String regionId,
            String region,
            double connection,
            Figure.Measure sizeMeasure,
            List<CountedCluster> clusters,
            List<DiversificationStep> steps) {}

    /**
     * A cluster with what it counts when domains are chosen.
     *
     * @param cluster name and place
     * @param figure what was counted; null when the cluster gives no such figure, and counts as an average one
     * @param size 1 for an average cluster
     * @param uncertain whether any of its coding, by which it fits a domain or not, is still to be verified
     */
    public record CountedCluster(ClusterRef cluster, FigureView figure, double size, boolean uncertain) {}
}
