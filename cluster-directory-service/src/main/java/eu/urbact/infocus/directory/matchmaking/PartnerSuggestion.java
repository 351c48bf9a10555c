package eu.urbact.infocus.directory.matchmaking;

import java.util.List;

import eu.urbact.infocus.directory.matching.Network;

/**
 * A cluster that fits another one.
 *
 * @param cluster the partner
 * @param score how well it fits
 * @param low documented tags and levers only
 * @param high every tag taken at its word, and what is unknown at its best
 * @param fit every tag taken at its word
 * @param percentile share of the other pairs of the network that score lower, 0 to 100
 * @param standing where each stands among the partners of the other; it orders the list
 * @param direction who serves whom
 * @param evidence what the score rests on, in one line
 * @param partnerships ids of known partnerships in which both take part
 * @param uncertain whether the score rests on something that is still to be verified
 */
public record PartnerSuggestion(
        ClusterRef cluster,
        double score,
        double low,
        double high,
        double fit,
        double percentile,
        Network.Standing standing,
        Direction direction,
        String evidence,
        List<String> partnerships,
        boolean uncertain) {

    /** Who serves whom. */
    public enum Direction {
        /** The cluster of the list serves the partner. */
        SERVES,
        /** The partner serves the cluster of the list. */
        SERVED_BY,
        /** They serve each other alike. */
        BOTH,
        /** Neither serves the other. */
        NONE
    }
}
