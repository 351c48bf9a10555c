package eu.urbact.infocus.directory.matchmaking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.reference.CompetenceEntry;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Tag;
import eu.urbact.infocus.directory.region.PriorityDescription;
import eu.urbact.infocus.directory.region.RegionDescription;

/**
 * How many clusters of each city have a term. Who develops or leads in a competence has the broader ones too; who only uses it
 * has not got it. Clusters outside the network have no city, so they count for nobody.
 */
final class Holdings {

    /** A competence of this level is developed, one below is used. */
    private static final int DEVELOPS = 2;

    /** Ids of clusters by facet, code and city. */
    private final Map<Facet, Map<String, Map<String, Set<String>>>> clustersByCity = new EnumMap<>(Facet.class);

    private final Map<String, String> parents = new HashMap<>();
    private final MatchState state;

    Holdings(MatchState state) {
        this.state = state;
        for (CompetenceEntry competence : state.taxonomy().competences()) {
            competence.parentId().ifPresent(parent -> parents.put(competence.id(), parent));
        }
        for (ClusterDescription cluster : state.clusters()) {
            cluster.cityId().ifPresent(city -> {
                for (Facet facet : List.of(Facet.ACTIVITY, Facet.MARKET, Facet.COMPETENCE)) {
                    codes(cluster, facet).forEach(code -> clustersByCity
                            .computeIfAbsent(facet, any -> new HashMap<>())
                            .computeIfAbsent(code, any -> new TreeMap<>())
                            .computeIfAbsent(city, any -> new HashSet<>())
                            .add(cluster.id()));
                }
            });
        }
    }

    private Set<String> codes(ClusterDescription cluster, Facet facet) {
        Set<String> codes = new HashSet<>();
        for (Tag tag : cluster.tags()) {
            if (tag.facet() == facet && (facet != Facet.COMPETENCE || tag.level() >= DEVELOPS)) {
                // the tree of competences has no parents for activities
                for (String code = tag.code(); code != null && codes.add(code); ) {
                    code = facet == Facet.COMPETENCE ? parents.get(code) : null;
                }
            }
        }
        return codes;
    }

    /** The cities whose clusters have a term, most clusters first. */
    List<StrategyGaps.Holder> holders(Facet facet, String code) {
        return holders(clusters(facet, code));
    }

    /** The cities whose clusters have a competence or do an activity, either of which may be null; most clusters first. */
    List<StrategyGaps.Holder> holders(String competence, String activity) {
        Map<String, Set<String>> either = new TreeMap<>();
        for (Map<String, Set<String>> one :
                List.of(clusters(Facet.COMPETENCE, competence), clusters(Facet.ACTIVITY, activity))) {
            one.forEach((city, ids) ->
                    either.computeIfAbsent(city, any -> new HashSet<>()).addAll(ids));
        }
        return holders(either);
    }

    private Map<String, Set<String>> clusters(Facet facet, String code) {
        return code == null
                ? Map.of()
                : clustersByCity.getOrDefault(facet, Map.of()).getOrDefault(code, Map.of());
    }

    private List<StrategyGaps.Holder> holders(Map<String, Set<String>> byCity) {
        return byCity.entrySet().stream()
                .map(entry -> new StrategyGaps.Holder(
                        entry.getKey(),
                        state.cityName(entry.getKey()),
                        entry.getValue().size()))
                .sorted(Comparator.comparingInt(StrategyGaps.Holder::clusters)
                        .reversed()
                        .thenComparing(StrategyGaps.Holder::city))
                .toList();
    }

    /** What the priorities of a region name and no cluster of the region has. */
    List<StrategyGaps.Missing> missing(RegionDescription region) {
        List<StrategyGaps.Missing> missing = new ArrayList<>();
        for (Facet facet : List.of(Facet.COMPETENCE, Facet.ACTIVITY)) {
            Map<String, List<StrategyGaps.Naming>> namings = new TreeMap<>();
            for (PriorityDescription priority : region.priorities()) {
                priority.tags().stream().filter(tag -> tag.facet() == facet).forEach(tag -> namings.computeIfAbsent(
                                tag.code(), any -> new ArrayList<>())
                        .add(new StrategyGaps.Naming(priority.id(), priority.label(), tag)));
            }
            namings.forEach((code, by) -> {
                List<StrategyGaps.Holder> holders = holders(facet, code);
                if (!isOf(region, holders) && !(facet == Facet.ACTIVITY && isOf(region, holders(Facet.MARKET, code)))) {
                    missing.add(new StrategyGaps.Missing(facet, code, by, holders));
                }
            });
        }
        return missing;
    }

    private boolean isOf(RegionDescription region, List<StrategyGaps.Holder> holders) {
        return holders.stream().anyMatch(holder -> state.regionOf(holder.cityId())
                .filter(region.id()::equals)
                .isPresent());
    }
}
