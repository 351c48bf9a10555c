package eu.urbact.infocus.directory.cluster;

/** Tells the rest of the platform about clusters. */
public interface ClusterAnnouncements {

    /**
     * A cluster is new in the directory, or something in it has changed. Called in the transaction that changed it.
     *
     * @param cluster as it is now
     */
    void published(ClusterDescription cluster);
}
