package eu.urbact.infocus.directory.cluster;

/**
 * A cluster has been taken out of the directory. Told in the transaction in which it was.
 *
 * @param clusterId its id
 */
public record ClusterWithdrawn(String clusterId) {}
