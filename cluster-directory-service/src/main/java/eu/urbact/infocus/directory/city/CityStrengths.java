package eu.urbact.infocus.directory.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Tag;

/**
 * What a city can say about itself as a place of business: in what its clusters lead, and whom they serve. Made of nothing but
 * the tags of its clusters, so each statement keeps its evidence.
 *
 * @param leads competences in which at least one cluster leads, most clusters first
 * @param has competences that at least one cluster develops or leads
 * @param serves markets that at least one cluster serves, most clusters first
 */
public record CityStrengths(List<Strength> leads, List<Strength> has, List<Strength> serves) {

    /** A competence of this level is led, one below is developed. */
    private static final int LEADS = 3;

    private static final int DEVELOPS = 2;

    /** Copies the lists. */
    public CityStrengths {
        leads = List.copyOf(leads);
        has = List.copyOf(has);
        serves = List.copyOf(serves);
    }

    /**
     * What the clusters of a city add up to.
     *
     * @param clusters of one city
     * @return its strengths
     */
    public static CityStrengths of(List<ClusterDescription> clusters) {
        return new CityStrengths(
                collect(clusters, Facet.COMPETENCE, LEADS),
                collect(clusters, Facet.COMPETENCE, DEVELOPS),
                collect(clusters, Facet.MARKET, 1));
    }

    private static List<Strength> collect(List<ClusterDescription> clusters, Facet facet, int level) {
        Map<String, List<Evidence>> byCode = new TreeMap<>();
        for (ClusterDescription cluster : clusters) {
            for (Tag tag : cluster.tags()) {
                if (tag.facet() == facet && tag.level() >= level) {
                    byCode.computeIfAbsent(tag.code(), any -> new ArrayList<>())
                            .add(new Evidence(cluster.id(), cluster.name(), tag));
                }
            }
        }
        return byCode.entrySet().stream()
                .map(entry -> new Strength(facet, entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(
                                (Strength strength) -> strength.evidence().size())
                        .reversed()
                        .thenComparing(Strength::code))
                .toList();
    }

    /**
     * Which competences several cities have in common.
     *
     * @param cities strengths by city id
     * @return ids of the cities that have each competence
     */
    public static Map<String, List<String>> owners(Map<String, CityStrengths> cities) {
        Map<String, TreeSet<String>> owners = new TreeMap<>();
        cities.forEach((city, strengths) -> strengths.has().forEach(strength -> owners.computeIfAbsent(
                        strength.code(), any -> new TreeSet<>())
                .add(city)));
        Map<String, List<String>> result = new TreeMap<>();
        owners.forEach((code, ids) -> result.put(code, List.copyOf(ids)));
        return result;
    }

    /**
     * One competence or market with the clusters that make it one.
     *
     * @param facet competence or market
     * @param code in its taxonomy
     * @param evidence who says so, cluster by cluster
     */
    public record Strength(Facet facet, String code, List<Evidence> evidence) {

        /** Copies the list. */
        public Strength {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A tag of a cluster.
     *
     * @param clusterId the cluster
     * @param cluster its name
     * @param tag what it says, with its provenance
     */
    public record Evidence(String clusterId, String cluster, Tag tag) {}
}
