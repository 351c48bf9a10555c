package eu.urbact.infocus.portal.shell.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The values of one facet with the narrower ones behind their broader one, each group in the service's order. */
    public List<Facet> tree(String name) {
        List<Facet> values = facet(name);
        Set<String> present = values.stream().map(Facet::value).collect(Collectors.toSet());
        List<Facet> ordered = new ArrayList<>();
        values.stream()
                .filter(value -> value.parent() == null || !present.contains(value.parent()))
                .forEach(top -> addWithNarrower(top, values, ordered));
        return ordered;
    }

    private static void addWithNarrower(Facet value, List<Facet> values, List<Facet> ordered) {
        ordered.add(value);
        values.stream()
                .filter(other -> value.value().equals(other.parent()))
                .forEach(narrower -> addWithNarrower(narrower, values, ordered));
    }

    /**
     * One value and how many clusters have it.
     *
     * @param parent the broader value, or null
     */
    public record Facet(String value, String label, String parent, long count) {}
}
