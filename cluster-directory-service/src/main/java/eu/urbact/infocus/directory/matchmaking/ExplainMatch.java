package eu.urbact.infocus.directory.matchmaking;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.directory.matching.Explanation;
import eu.urbact.infocus.directory.matching.Matcher;
import eu.urbact.infocus.directory.matching.Measure;
import eu.urbact.infocus.directory.matching.Profile;
import eu.urbact.infocus.directory.reference.ProvenanceView;
import eu.urbact.infocus.directory.region.PriorityDescription;
import eu.urbact.infocus.directory.region.RegionDescription;

/** Explains one match, as it is today or as it was. */
@ApplicationScoped
public class ExplainMatch {

    private final MatchStates states;
    private final KeptInputs kept;

    ExplainMatch(MatchStates states, KeptInputs kept) {
        this.states = states;
        this.kept = kept;
    }

    /**
     * Two clusters under both lenses.
     *
     * @param id id of a cluster
     * @param other id of another cluster
     * @param dataVersion version of the data; none for the current one
     * @return both explanations, everything in them of that version; refused when a cluster is unknown in it, or when it is not kept
     */
    public Outcome<PairMatch> pair(String id, String other, Optional<String> dataVersion) {
        return explain(dataVersion, state -> pair(id, other, state));
    }

    /**
     * A priority and a cluster, in both roles.
     *
     * @param regionId id of the region
     * @param priorityId id of one of its priorities
     * @param clusterId id of a cluster
     * @param dataVersion version of the data; none for the current one
     * @return both explanations, everything in them of that version; refused when something is unknown in it, or when it is not kept
     */
    public Outcome<CellMatch> cell(String regionId, String priorityId, String clusterId, Optional<String> dataVersion) {
        return explain(dataVersion, state -> cell(regionId, priorityId, clusterId, state));
    }

    private <T> Outcome<T> explain(Optional<String> dataVersion, Function<MatchState, Optional<T>> explanation) {
        // computing is outside of the transaction: who waits must not keep a connection
        MatchState current = QuarkusTransaction.requiringNew().call(states::current);
        if (dataVersion.isEmpty() || dataVersion.get().equals(current.dataVersion())) {
            Outcome<T> shown = of(current, explanation);
            if (shown instanceof Outcome.Done) {
                kept.keep(current.inputs());
            }
            return shown;
        }
        Outcome<MatchState> before = kept.at(dataVersion.get(), current);
        return before instanceof Outcome.Done<MatchState> done
                ? of(done.value(), explanation)
                // a refusal: there is no state to translate
                : before.map(state -> null);
    }

    private static <T> Outcome<T> of(MatchState state, Function<MatchState, Optional<T>> explanation) {
        return explanation
                .apply(state)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(
                        CommonProblem.NOT_FOUND,
                        "Version " + state.dataVersion() + " of the data knows no such match."));
    }

    private static Optional<PairMatch> pair(String id, String other, MatchState state) {
        if (id.equals(other)
                || state.cluster(id).isEmpty()
                || state.cluster(other).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PairMatch(
                state.model().version(),
                state.dataVersion(),
                state.ref(id),
                state.ref(other),
                state.network().percentiles(Measure.ALLIANCE).pairs(),
                lens(Measure.ALLIANCE, id, other, state),
                lens(Measure.CROSS_INNOVATION, id, other, state),
                state.partnerships(id, other).stream()
                        .map(partnership -> PartnershipView.of(partnership, state))
                        .toList()));
    }

    private static MeasureView lens(Measure lens, String id, String other, MatchState state) {
        PartnershipEntry.Pair pair = new PartnershipEntry.Pair(id, other);
        Profile one = state.network().profile(pair.one()).orElseThrow();
        Profile two = state.network().profile(pair.other()).orElseThrow();
        Explanation explanation = state.network().matcher().explain(lens, one, two);
        double percentile =
                state.network().percentiles(lens).of(explanation.rating().score());
        return MeasureView.of(explanation, percentile, state);
    }

    private static Optional<CellMatch> cell(String regionId, String priorityId, String clusterId, MatchState state) {
        Optional<RegionDescription> region = state.region(regionId).filter(found -> found.priorities().stream()
                .anyMatch(priority -> priority.id().equals(priorityId)));
        Optional<Profile> found = state.clusterForPriorities(clusterId);
        if (region.isEmpty() || found.isEmpty()) {
            return Optional.empty();
        }
        Profile cluster = found.get();
        Profile priority = state.priority(priorityId).orElseThrow();
        PriorityDescription named = region.get().priorities().stream()
                .filter(one -> one.id().equals(priorityId))
                .findFirst()
                .orElseThrow();
        Matcher matcher = state.priorityMatcher();
        MeasureView core = MeasureView.of(matcher.explain(Measure.CORE, cluster, priority), null, state);
        MeasureView enabler = MeasureView.of(matcher.explain(Measure.ENABLER, cluster, priority), null, state);
        Matcher.Coverage coverage = matcher.coverage(cluster, priority);
        return Optional.of(new CellMatch(
                state.model().version(),
                state.dataVersion(),
                regionId,
                region.get().name(),
                new PriorityRef(
                        priorityId, priority.subject().label(), state.taxonomy().view(named.provenance())),
                state.ref(clusterId),
                Math.max(core.score(), enabler.score()) == 0
                        ? RegionMatrix.Role.NONE
                        : core.score() >= enabler.score() ? RegionMatrix.Role.CORE : RegionMatrix.Role.ENABLER,
                coverage.inside(),
                coverage.covers(),
                core,
                enabler,
                state.model().thresholds().core(),
                state.model().thresholds().enabler()));
    }

    /**
     * Two clusters under both lenses.
     *
     * @param modelVersion version of the model
     * @param dataVersion version of the data
     * @param cluster the cluster that was asked about
     * @param other the other one
     * @param pairs how many pairs the percentiles are about
     * @param alliance could they stand together in one field?
     * @param crossInnovation could they make something new across fields?
     * @param partnerships known partnerships in which both take part
     */
    public record PairMatch(
            String modelVersion,
            String dataVersion,
            ClusterRef cluster,
            ClusterRef other,
            long pairs,
            MeasureView alliance,
            MeasureView crossInnovation,
            List<PartnershipView> partnerships) {}

    /**
     * A priority and a cluster, in both roles.
     *
     * @param modelVersion version of the model
     * @param dataVersion version of the data
     * @param regionId id of the region
     * @param region its name
     * @param priority the priority
     * @param cluster the cluster
     * @param role the larger of both
     * @param inside how much of the cluster lies inside the priority, at face value
     * @param covers how much of the priority the cluster covers, at face value
     * @param core does it belong to the priority?
     * @param enabler does it serve those who belong to it?
     * @param coreFrom smallest fit of a cluster that belongs to a priority
     * @param enablerFrom smallest fit of a cluster that serves a priority
     */
    public record CellMatch(
            String modelVersion,
            String dataVersion,
            String regionId,
            String region,
            PriorityRef priority,
            ClusterRef cluster,
            RegionMatrix.Role role,
            double inside,
            double covers,
            MeasureView core,
            MeasureView enabler,
            double coreFrom,
            double enablerFrom) {}

    /**
     * A priority, as it is named in answers.
     *
     * @param id short name
     * @param label its name
     * @param provenance who says that it is a priority
     */
    public record PriorityRef(String id, String label, ProvenanceView provenance) {}
}
