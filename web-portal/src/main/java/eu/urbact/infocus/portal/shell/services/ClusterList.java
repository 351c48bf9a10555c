package eu.urbact.infocus.portal.shell.services;

import java.util.List;
import java.util.Map;

/** A page of clusters, with what the list can be narrowed by. */
public record ClusterList(List<Cluster> items, int page, int size, long total, Map<String, List<Facet>> facets) {

    /** Completes what a service left out. */
    public ClusterList {
        items = items == null ? List.of() : items;
        facets = facets == null ? Map.of() : facets;
    }

    /** The same without the facets. */
    public Page<Cluster> asPage() {
        return new Page<>(items, page, size, total);
    }

    /** The values of one facet; empty when the service has none. */
    public List<Facet> facet(String name) {
        return facets.getOrDefault(name, List.of());
    }

    /**
     * One value and how many clusters have it.
     *
     * @param parent the broader value, or null
     */
    public record Facet(String value, String label, String parent, long count) {}
}
