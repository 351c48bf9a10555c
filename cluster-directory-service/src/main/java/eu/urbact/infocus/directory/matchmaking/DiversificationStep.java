package eu.urbact.infocus.directory.matchmaking;

import java.util.List;

/**
 * The best choice of some number of a region's domains.
 *
 * @param k how many
 * @param domains the chosen ones, in the strategy's order
 * @param value what the choice is worth
 * @param served the part of it that comes from clusters that find a place; the rest comes from domains that connect
 * @param gain what it is worth more than the best smaller choice
 */
public record DiversificationStep(int k, List<Domain> domains, double value, double served, double gain) {

    /**
     * A domain: a priority of the region.
     *
     * @param id short name
     * @param label its name
     * @param uncertain whether that it is a priority, or any of its coding, is still to be verified
     */
    public record Domain(String id, String label, boolean uncertain) {}
}
