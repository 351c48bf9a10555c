package eu.urbact.infocus.directory.cluster;

/**
 * A cluster of a city that has the name which another one is to have.
 *
 * @param clusterId its id
 * @param seen whether the directory shows the name, or its city has submitted it. Otherwise it stands in a draft, of which nobody outside
 *     the city is to learn, not even by the id
 */
public record Namesake(String clusterId, boolean seen) {}
