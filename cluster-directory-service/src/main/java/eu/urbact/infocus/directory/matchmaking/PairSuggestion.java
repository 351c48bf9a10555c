package eu.urbact.infocus.directory.matchmaking;

import java.util.List;

/**
 * Two clusters that fit each other.
 *
 * @param one the one with the smaller id
 * @param other the other
 * @param score how well they fit
 * @param low documented tags and levers only
 * @param high every tag taken at its word, and what is unknown at its best
 * @param fit every tag taken at its word
 * @param percentile share of the other pairs of the network that score lower, 0 to 100
 * @param serves id of the one that serves the other, or serves it more; null when none does, and when both do alike
 * @param servesBoth whether they serve each other alike
 * @param evidence what the score rests on, in one line
 * @param partnerships ids of known partnerships in which both take part
 * @param uncertain whether the score rests on something that is still to be verified
 */
public record PairSuggestion(
        ClusterRef one,
        ClusterRef other,
        double score,
        double low,
        double high,
        double fit,
        double percentile,
        String serves,
        boolean servesBoth,
        String evidence,
        List<String> partnerships,
        boolean uncertain) {}
