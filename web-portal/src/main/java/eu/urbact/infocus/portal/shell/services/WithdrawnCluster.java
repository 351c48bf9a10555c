package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;

/**
 * A cluster that organisers have taken out of the directory.
 *
 * @param cityId its city, or null
 * @param withdrawnBy name of the organiser's account, or null when it is not kept any longer
 * @param reason for everybody to read
 */
public record WithdrawnCluster(
        String id, String name, String cityId, String country, Instant withdrawnAt, String withdrawnBy, String reason) {

    /** Why one is taken out. */
    public record Reason(String reason) {}
}
