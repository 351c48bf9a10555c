package eu.urbact.infocus.portal.shell.services;

/**
 * A cluster where it is only named.
 *
 * @param id short name
 * @param name name
 * @param cityId its city in the network, or null outside the network
 * @param city name of that city, or null
 * @param country ISO 3166 alpha-2
 */
public record ClusterRef(String id, String name, String cityId, String city, String country) {}
