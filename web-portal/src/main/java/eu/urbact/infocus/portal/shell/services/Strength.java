package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/**
 * Something a city leads in, or a market that it serves.
 *
 * @param clusters the clusters that make it so, each with its evidence
 */
public record Strength(String code, String label, List<Evidence> clusters) {

    /** Completes what a service left out. */
    public Strength {
        clusters = clusters == null ? List.of() : clusters;
    }

    /** Whether any of the evidence is still to be verified. */
    public boolean isUncertain() {
        return clusters.stream()
                .anyMatch(cluster ->
                        cluster.provenance() != null && cluster.provenance().uncertain());
    }

    /** A cluster with what it says. */
    public record Evidence(String id, String name, Integer level, Provenance provenance) {}
}
