package eu.urbact.infocus.directory.matchmaking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.matching.Lever;
import eu.urbact.infocus.directory.matching.MatchSubject;
import eu.urbact.infocus.directory.matching.MatchTag;
import eu.urbact.infocus.directory.matching.Matcher;
import eu.urbact.infocus.directory.matching.MatchingModel;
import eu.urbact.infocus.directory.matching.Network;
import eu.urbact.infocus.directory.matching.Profile;
import eu.urbact.infocus.directory.matching.Rarity;
import eu.urbact.infocus.directory.matching.Relatedness;
import eu.urbact.infocus.directory.reference.EcosystemEntry;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Tag;
import eu.urbact.infocus.directory.reference.Taxonomy;
import eu.urbact.infocus.directory.region.PriorityDescription;
import eu.urbact.infocus.directory.region.RegionDescription;

/** Everything that scores are computed of, at one revision of the directory; it does not change. */
public final class MatchState {

    /** An activity of this weight makes a cluster part of an ecosystem. */
    private static final int ECOSYSTEM_WEIGHT = 2;

    /** A matrix with more cells is computed each time; one of so many takes about two megabytes. */
    private static final int MOST_CELLS = 5000;

    private final MatchInputs inputs;
    private final long revision;
    private final MatchingModel model;
    private final Taxonomy taxonomy;
    private final Map<String, ClusterDescription> clusters = new LinkedHashMap<>();
    private final Map<String, RegionDescription> regions = new LinkedHashMap<>();
    private final Map<String, String> cityNames;
    private final Map<String, String> cityRegions;
    private final List<LeverEntry> levers;
    private final List<RelatednessEntry> relatedness;
    private final List<PartnershipEntry> partnerships;
    private final Network network;
    private final Matcher priorityMatcher;
    private final Map<String, Profile> priorities = new HashMap<>();
    private final Map<String, RegionSummary> summaries = new ConcurrentHashMap<>();
    private final Map<MatrixQuestion, RegionMatrix> matrices = new ConcurrentHashMap<>();
    private volatile Holdings holdings;

    MatchState(MatchInputs inputs) {
        this.inputs = inputs;
        this.revision = inputs.revision();
        this.model = inputs.model();
        this.taxonomy = inputs.taxonomy();
        this.cityNames = inputs.cityNames();
        this.cityRegions = inputs.cityRegions();
        this.levers = inputs.levers();
        this.relatedness = inputs.relatedness();
        this.partnerships = inputs.partnerships();
        inputs.clusters().stream()
                .sorted(Comparator.comparing(ClusterDescription::id))
                .forEach(cluster -> this.clusters.put(cluster.id(), cluster));
        inputs.regions().stream()
                .sorted(Comparator.comparing(RegionDescription::id))
                .forEach(region -> this.regions.put(region.id(), region));
        List<MatchSubject> clusterSubjects =
                this.clusters.values().stream().map(MatchState::subject).toList();
        List<MatchSubject> prioritySubjects = this.regions.values().stream()
                .flatMap(region -> region.priorities().stream())
                .map(MatchState::subject)
                .toList();
        this.network = network(clusterSubjects);
        List<MatchSubject> all = new ArrayList<>(clusterSubjects);
        all.addAll(prioritySubjects);
        // a priority names in general terms what clusters name in particular ones, so both say what is rare
        this.priorityMatcher = matcher(Rarity.among(all));
        prioritySubjects.forEach(subject -> priorities.put(subject.id(), priorityMatcher.prepare(subject)));
    }

    private Network network(List<MatchSubject> subjects) {
        return new Network(matcher(Rarity.among(subjects)), subjects);
    }

    /** The network as it would be if its clusters were described differently. */
    Network network(UnaryOperator<MatchSubject> change) {
        return network(
                network.profiles().stream().map(Profile::subject).map(change).toList());
    }

    private Matcher matcher(Rarity rarity) {
        return new Matcher(
                model,
                ConceptTrees.nace(taxonomy),
                ConceptTrees.competences(taxonomy),
                levers.stream()
                        .map(lever -> new Lever(
                                lever.competence(),
                                lever.division(),
                                lever.strength() == LeverStrength.ACCEPTED
                                        ? model.acceptedLever()
                                        : model.documentedLever(),
                                lever.isDocumented(),
                                lever.provenance().uncertain()))
                        .toList(),
                relatedness.stream()
                        .map(entry -> new Relatedness(
                                entry.facet(),
                                entry.one(),
                                entry.other(),
                                entry.similarity().doubleValue(),
                                entry.channel(),
                                entry.provenance().uncertain()))
                        .toList(),
                rarity);
    }

    private static MatchSubject subject(ClusterDescription cluster) {
        return subject(MatchSubject.Kind.CLUSTER, cluster.id(), cluster.name(), cluster.tags());
    }

    private static MatchSubject subject(PriorityDescription priority) {
        return subject(MatchSubject.Kind.PRIORITY, priority.id(), priority.label(), priority.tags());
    }

    private static MatchSubject subject(MatchSubject.Kind kind, String id, String label, List<Tag> tags) {
        Function<Facet, List<MatchTag>> facet = wanted -> tags.stream()
                .filter(tag -> tag.facet() == wanted)
                .map(tag -> new MatchTag(
                        tag.code(),
                        tag.level(),
                        tag.provenance().confidence().weight(),
                        tag.provenance().sourceId(),
                        tag.provenance().checkedOn(),
                        tag.provenance().uncertain()))
                .toList();
        return new MatchSubject(
                kind, id, label, facet.apply(Facet.ACTIVITY), facet.apply(Facet.COMPETENCE), facet.apply(Facet.MARKET));
    }

    /**
     * The version of the data.
     *
     * @return changes with every change of the directory
     */
    public String dataVersion() {
        return "r" + revision;
    }

    long revision() {
        return revision;
    }

    /** What this was made of. */
    MatchInputs inputs() {
        return inputs;
    }

    /**
     * The numbers of the model.
     *
     * @return the model
     */
    public MatchingModel model() {
        return model;
    }

    /**
     * Labels and sources.
     *
     * @return the taxonomies at this revision
     */
    public Taxonomy taxonomy() {
        return taxonomy;
    }

    /**
     * The clusters, compared with each other.
     *
     * @return the network
     */
    public Network network() {
        return network;
    }

    /**
     * Compares clusters with priorities.
     *
     * @return the matcher for {@link #clusterForPriorities} and {@link #priority}
     */
    public Matcher priorityMatcher() {
        return priorityMatcher;
    }

    /**
     * A cluster, ready to be held against priorities. It is made ready each time, in a few microseconds: all of a large directory would
     * take as much memory again as those that are held against each other.
     *
     * @param id its id
     * @return its profile, if there is such a cluster
     */
    public Optional<Profile> clusterForPriorities(String id) {
        return network.profile(id).map(Profile::subject).map(priorityMatcher::prepare);
    }

    /**
     * A priority, ready to be held against clusters.
     *
     * @param id its id
     * @return its profile, if there is such a priority
     */
    public Optional<Profile> priority(String id) {
        return Optional.ofNullable(priorities.get(id));
    }

    /**
     * All clusters.
     *
     * @return in order of their ids
     */
    public Collection<ClusterDescription> clusters() {
        return clusters.values();
    }

    /**
     * A cluster.
     *
     * @param id its id
     * @return what is known about it, if there is such a cluster
     */
    public Optional<ClusterDescription> cluster(String id) {
        return Optional.ofNullable(clusters.get(id));
    }

    /**
     * A cluster, as it is named in answers.
     *
     * @param id id of an existing cluster
     * @return its name and place
     */
    public ClusterRef ref(String id) {
        ClusterDescription cluster = clusters.get(id);
        String city = cluster.cityId().orElse(null);
        return new ClusterRef(id, cluster.name(), city, city == null ? null : cityNames.get(city), cluster.country());
    }

    /**
     * All regions.
     *
     * @return in order of their ids
     */
    public Collection<RegionDescription> regions() {
        return regions.values();
    }

    /**
     * A region.
     *
     * @param id its id
     * @return what is known about it, if there is such a region
     */
    public Optional<RegionDescription> region(String id) {
        return Optional.ofNullable(regions.get(id));
    }

    /**
     * The region whose strategy applies to a cluster.
     *
     * @param cluster a cluster
     * @return id of a region; none outside the network
     */
    public Optional<String> regionOf(ClusterDescription cluster) {
        return cluster.cityId().flatMap(this::regionOf);
    }

    /** The region whose strategy applies to a city. */
    Optional<String> regionOf(String cityId) {
        return Optional.ofNullable(cityRegions.get(cityId));
    }

    /** The name of a city of the network. */
    String cityName(String cityId) {
        return cityNames.get(cityId);
    }

    /** What the matrix of a region says in short; computed once. */
    RegionSummary summary(RegionDescription region) {
        return summaries.computeIfAbsent(region.id(), any -> new RegionMatrices(this).summary(region));
    }

    /** The matrix of a region. It is computed once where it is not too large to be remembered. */
    RegionMatrix matrix(RegionDescription region, boolean wholeNetwork) {
        MatrixQuestion question = new MatrixQuestion(region.id(), wholeNetwork);
        RegionMatrix known = matrices.get(question);
        if (known == null) {
            known = new RegionMatrices(this).of(region, wholeNetwork);
            if (known.cells().size() <= MOST_CELLS) {
                matrices.put(question, known);
            }
        }
        return known;
    }

    private record MatrixQuestion(String region, boolean wholeNetwork) {}

    private Holdings holdings() {
        Holdings known = holdings;
        if (known == null) {
            known = new Holdings(this);
            holdings = known;
        }
        return known;
    }

    /**
     * What a region's strategy asks for and nobody in the region has.
     *
     * @param regionId id of the region
     * @return the gaps, if there is such a region
     */
    public Optional<StrategyGaps> gaps(String regionId) {
        return region(regionId).map(region -> {
            RegionSummary summary = summary(region);
            return new StrategyGaps(
                    summary.clusters(),
                    summary.profiledClusters(),
                    summary.codedPriorities(),
                    summary.orphans(),
                    summary.clusters() == 0 ? List.of() : holdings().missing(region));
        });
    }

    /**
     * The cities that have something.
     *
     * @param competence a competence, or null
     * @param activity an activity, or null
     * @return cities with clusters that do the one, or that develop or lead in the other or in something narrower; most clusters first
     */
    public List<StrategyGaps.Holder> holders(String competence, String activity) {
        return holdings().holders(competence, activity);
    }

    /**
     * The levers.
     *
     * @return by their ids
     */
    public List<LeverEntry> levers() {
        return levers;
    }

    /**
     * The relatedness table.
     *
     * @return by ids
     */
    public List<RelatednessEntry> relatedness() {
        return relatedness;
    }

    /**
     * The known partnerships.
     *
     * @return by their ids
     */
    public List<PartnershipEntry> partnerships() {
        return partnerships;
    }

    /**
     * The partnerships in which both take part.
     *
     * @param one id of a cluster
     * @param other id of a cluster
     * @return by their ids
     */
    public List<PartnershipEntry> partnerships(String one, String other) {
        return partnerships.stream()
                .filter(partnership -> partnership.joins(one, other))
                .toList();
    }

    /**
     * Pairs that are known to work together.
     *
     * @param kind of their partnership
     * @return each pair in order of the ids
     */
    public Set<List<String>> knownPairs(PartnershipKind kind) {
        Set<List<String>> pairs = new HashSet<>();
        partnerships.stream()
                .filter(partnership -> partnership.kind() == kind)
                .flatMap(partnership -> partnership.pairs().stream())
                .forEach(pair -> pairs.add(List.of(pair.one(), pair.other())));
        return pairs;
    }

    /**
     * The industrial ecosystems of each cluster, by its activities of weight 2 or 3.
     *
     * @return ids of ecosystems by id of the cluster
     */
    public Map<String, Set<String>> ecosystems() {
        Map<String, Set<String>> ecosystems = new TreeMap<>();
        for (ClusterDescription cluster : clusters.values()) {
            Set<String> own = new TreeSet<>();
            for (EcosystemEntry ecosystem : taxonomy.ecosystems()) {
                if (cluster.tags().stream()
                        .anyMatch(tag -> tag.facet() == Facet.ACTIVITY
                                && tag.level() >= ECOSYSTEM_WEIGHT
                                && ecosystem.divisions().contains(tag.code()))) {
                    own.add(ecosystem.id());
                }
            }
            ecosystems.put(cluster.id(), own);
        }
        return ecosystems;
    }
}
