package eu.urbact.infocus.portal.shell.services;

import java.util.Map;

/**
 * What a well-mixed room looks like.
 *
 * @param maxPerCityInOpenPool null for no limit
 */
public record BalanceGoals(
        Integer maxPerCityInOpenPool, Integer newcomersPercent, Map<String, Integer> minimumPerProfile) {

    /** Completes what a service left out. */
    public BalanceGoals {
        minimumPerProfile = minimumPerProfile == null ? Map.of() : minimumPerProfile;
    }
}
