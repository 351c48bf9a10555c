package eu.urbact.infocus.directory.matchmaking;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.directory.matching.Explanation;
import eu.urbact.infocus.directory.matching.Matcher;
import eu.urbact.infocus.directory.matching.Measure;
import eu.urbact.infocus.directory.matching.Profile;
import eu.urbact.infocus.directory.region.RegionDescription;

/** Explains one match, and keeps what was explained. */
@ApplicationScoped
public class ExplainMatch {

    private final MatchStates states;
    private final MatchResults results;

    ExplainMatch(MatchStates states, MatchResults results) {
        this.states = states;
        this.results = results;
    }

    /**
     * Two clusters under both lenses.
     *
     * @param id id of a cluster
     * @param other id of another cluster
     * @param dataVersion version of the data that was explained before; none for the current one
     * @return both explanations; empty when a cluster is unknown or that version was never explained
     */
    @Transactional
    public Optional<PairMatch> pair(String id, String other, Optional<String> dataVersion) {
        MatchState state = states.current();
        PartnershipEntry.Pair pair = new PartnershipEntry.Pair(id, other);
        if (id.equals(other)
                || state.cluster(id).isEmpty()
                || state.cluster(other).isEmpty()) {
            return Optional.empty();
        }
        Optional<MatchResult> alliance = lens(Measure.ALLIANCE, pair, state, dataVersion);
        Optional<MatchResult> cross = lens(Measure.CROSS_INNOVATION, pair, state, dataVersion);
        if (alliance.isEmpty() || cross.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PairMatch(
                alliance.get().modelVersion(),
                alliance.get().dataVersion(),
                state.ref(id),
                state.ref(other),
                state.network().percentiles(Measure.ALLIANCE).pairs(),
                alliance.get().id(),
                alliance.get().result(),
                cross.get().id(),
                cross.get().result(),
                state.partnerships(id, other).stream()
                        .map(partnership -> PartnershipView.of(partnership, state))
                        .toList()));
    }

    private Optional<MatchResult> lens(
            Measure lens, PartnershipEntry.Pair pair, MatchState state, Optional<String> dataVersion) {
        if (dataVersion.filter(version -> !version.equals(state.dataVersion())).isPresent()) {
            return results.find(lens, pair.one(), pair.other(), dataVersion.get());
        }
        Profile one = state.network().profile(pair.one()).orElseThrow();
        Profile other = state.network().profile(pair.other()).orElseThrow();
        Explanation explanation = state.network().matcher().explain(lens, one, other);
        double percentile =
                state.network().percentiles(lens).of(explanation.rating().score());
        return Optional.of(keep(one, other, state, explanation, percentile));
    }

    private MatchResult keep(Profile from, Profile to, MatchState state, Explanation explanation, Double percentile) {
        return results.keep(
                explanation.measure(),
                new MatchResult.Side(from.subject().id(), from.subject().label()),
                new MatchResult.Side(to.subject().id(), to.subject().label()),
                state,
                MeasureView.of(explanation, percentile, state));
    }

    /**
     * A priority and a cluster, in both roles.
     *
     * @param regionId id of the region
     * @param priorityId id of one of its priorities
     * @param clusterId id of a cluster
     * @param dataVersion version of the data that was explained before; none for the current one
     * @return both explanations; empty when something is unknown or that version was never explained
     */
    @Transactional
    public Optional<CellMatch> cell(
            String regionId, String priorityId, String clusterId, Optional<String> dataVersion) {
        MatchState state = states.current();
        Optional<RegionDescription> region = state.region(regionId).filter(found -> found.priorities().stream()
                .anyMatch(priority -> priority.id().equals(priorityId)));
        Optional<Profile> cluster = state.clusterForPriorities(clusterId);
        if (region.isEmpty() || cluster.isEmpty()) {
            return Optional.empty();
        }
        Profile priority = state.priority(priorityId).orElseThrow();
        Optional<MatchResult> core = role(Measure.CORE, cluster.get(), priority, state, dataVersion);
        Optional<MatchResult> enabler = role(Measure.ENABLER, cluster.get(), priority, state, dataVersion);
        if (core.isEmpty() || enabler.isEmpty()) {
            return Optional.empty();
        }
        Matcher.Coverage coverage = state.priorityMatcher().coverage(cluster.get(), priority);
        double coreScore = core.get().result().score();
        double enablerScore = enabler.get().result().score();
        return Optional.of(new CellMatch(
                core.get().modelVersion(),
                core.get().dataVersion(),
                regionId,
                region.get().name(),
                new MatchResult.Side(priorityId, priority.subject().label()),
                state.ref(clusterId),
                Math.max(coreScore, enablerScore) == 0
                        ? RegionMatrix.Role.NONE
                        : coreScore >= enablerScore ? RegionMatrix.Role.CORE : RegionMatrix.Role.ENABLER,
                coverage.inside(),
                coverage.covers(),
                core.get().id(),
                core.get().result(),
                enabler.get().id(),
                enabler.get().result()));
    }

    private Optional<MatchResult> role(
            Measure role, Profile cluster, Profile priority, MatchState state, Optional<String> dataVersion) {
        if (dataVersion.filter(version -> !version.equals(state.dataVersion())).isPresent()) {
            return results.find(role, cluster.subject().id(), priority.subject().id(), dataVersion.get());
        }
        return Optional.of(
                keep(cluster, priority, state, state.priorityMatcher().explain(role, cluster, priority), null));
    }

    /**
     * Two clusters under both lenses.
     *
     * @param modelVersion version of the model
     * @param dataVersion version of the data
     * @param cluster the cluster that was asked about
     * @param other the other one
     * @param pairs how many pairs the percentiles are about
     * @param allianceResult identifier of the kept explanation
     * @param alliance could they stand together in one field?
     * @param crossInnovationResult identifier of the kept explanation
     * @param crossInnovation could they make something new across fields?
     * @param partnerships known partnerships in which both take part
     */
    public record PairMatch(
            String modelVersion,
            String dataVersion,
            ClusterRef cluster,
            ClusterRef other,
            long pairs,
            UUID allianceResult,
            MeasureView alliance,
            UUID crossInnovationResult,
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
     * @param coreResult identifier of the kept explanation
     * @param core does it belong to the priority?
     * @param enablerResult identifier of the kept explanation
     * @param enabler does it serve those who belong to it?
     */
    public record CellMatch(
            String modelVersion,
            String dataVersion,
            String regionId,
            String region,
            MatchResult.Side priority,
            ClusterRef cluster,
            RegionMatrix.Role role,
            double inside,
            double covers,
            UUID coreResult,
            MeasureView core,
            UUID enablerResult,
            MeasureView enabler) {}
}
