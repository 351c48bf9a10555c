package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/** A partner city. */
public record City(
        String id,
        String name,
        String country,
        String partnerOrganisation,
        String role,
        String nuts,
        String nutsVersion,
        Region region,
        List<Cluster> clusters) {

    /** Completes what a service left out. */
    public City {
        clusters = clusters == null ? List.of() : clusters;
    }

    /** Whether the city leads the network. */
    public boolean isLead() {
        return "lead".equalsIgnoreCase(role);
    }

    /** The region and what it has chosen to specialise in. */
    public record Region(String id, String name, String strategy, List<Priority> priorities) {

        /** Completes what a service left out. */
        public Region {
            priorities = priorities == null ? List.of() : priorities;
        }
    }

    /** A priority of the region's strategy, and where that is known from. */
    public record Priority(String id, String label, Provenance provenance) {}
}
