package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/** Which of its priorities a region would keep if it could keep one, two, and so on. */
public record Diversification(
        String modelVersion, String dataVersion, String regionId, String region, double connection, List<Step> steps) {

    /** Completes what a service left out. */
    public Diversification {
        steps = steps == null ? List.of() : steps;
    }

    /** The best choice of {@code k} domains: its worth, the part that comes from clusters, and how much more than one fewer. */
    public record Step(int k, List<Domain> domains, double value, double served, double gain) {

        /** Completes what a service left out. */
        public Step {
            domains = domains == null ? List.of() : domains;
        }
    }

    /** A priority. */
    public record Domain(String id, String label) {}
}
