package eu.urbact.infocus.directory.cluster;

import java.time.LocalDate;

/**
 * Until when a city stands by what is said about its cluster.
 *
 * @param on day on which the city last said that it is correct
 * @param stale whether that is too long ago
 */
public record Confirmation(LocalDate on, boolean stale) {}
