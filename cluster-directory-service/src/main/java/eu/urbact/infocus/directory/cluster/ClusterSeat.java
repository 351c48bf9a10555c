package eu.urbact.infocus.directory.cluster;

import eu.urbact.infocus.directory.reference.Provenance;

/**
 * Where a cluster sits: in its city. A cluster outside the network has no seat in the directory.
 *
 * @param id short name of the cluster
 * @param name its name
 * @param kind what stands behind the name
 * @param country ISO 3166 alpha-2
 * @param cityId its city
 * @param city name of that city
 * @param latitude degrees north
 * @param longitude degrees east
 * @param place who says that the city lies there
 */
public record ClusterSeat(
        String id,
        String name,
        ClusterKind kind,
        String country,
        String cityId,
        String city,
        double latitude,
        double longitude,
        Provenance place) {}
