package eu.urbact.infocus.portal.shell.services;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/**
 * The clusters of the directory, asked for once on a page and only when it shows one; without an answer an id stands for itself. Templates
 * read it as {@code inject:clusters}.
 */
@Named("clusters")
@RequestScoped
public class ClusterNames {

    private final ShortMemory memory;
    private List<Cluster> clusters;
    private Map<String, String> names;

    ClusterNames(ShortMemory memory) {
        this.memory = memory;
    }

    /** The clusters in the order of the directory; empty when it does not answer. */
    public List<Cluster> getAll() {
        if (clusters == null) {
            clusters = memory.clusters().or(List.of());
        }
        return clusters;
    }

    /** Its name, or the id. */
    public String name(String id) {
        if (names == null) {
            names = getAll().stream()
                    .filter(cluster -> cluster.id() != null && cluster.name() != null)
                    .collect(Collectors.toMap(Cluster::id, Cluster::name, (first, second) -> first));
        }
        return names.getOrDefault(id, id);
    }

    /** Whether an id is none of those in the list, or the list is not there; it is shown all the same. */
    public boolean isOdd(String id) {
        return !id.isEmpty() && getAll().stream().noneMatch(cluster -> id.equals(cluster.id()));
    }
}
