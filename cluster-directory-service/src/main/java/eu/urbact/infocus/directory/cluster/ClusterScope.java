package eu.urbact.infocus.directory.cluster;

/** Whose clusters are meant. */
public enum ClusterScope {
    /** Those of the network's cities. */
    NETWORK,
    /** Those outside the network that clusters of the cities work with. */
    OUTSIDE,
    /** All. */
    ALL
}
