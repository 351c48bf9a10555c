package eu.urbact.infocus.directory.cluster;

/** What stands behind the name of a cluster. */
public enum ClusterKind {
    /** An organisation with members and a management. */
    CLUSTER_ORGANISATION,
    /** A network or programme that acts like one. */
    INITIATIVE,
    /** A part of the economy that is named as a cluster, without an organisation of its own. */
    SECTOR
}
