package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/** A known partnership of clusters. */
public record Partnership(
        String id,
        String label,
        String kind,
        Integer since,
        List<ClusterRef> clusters,
        String note,
        Provenance provenance) {

    /** Completes what a service left out. */
    public Partnership {
        clusters = clusters == null ? List.of() : clusters;
    }
}
