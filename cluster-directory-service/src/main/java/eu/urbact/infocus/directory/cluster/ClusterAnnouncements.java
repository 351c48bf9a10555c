package eu.urbact.infocus.directory.cluster;

import java.time.Instant;

/** Tells the rest of the platform about clusters. */
public interface ClusterAnnouncements {

    /**
     * A cluster is new in the directory, or something in it has changed. Called in the transaction that changed it.
     *
     * @param cluster as it is now
     */
    void published(ClusterDescription cluster);

    /**
     * A cluster was taken out of the directory. Called in the transaction that took it out; {@link #published} tells when it is back.
     *
     * @param id of the cluster
     * @param at when
     */
    void withdrawn(String id, Instant at);
}
