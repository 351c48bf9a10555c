package eu.urbact.infocus.directory.offer;

import java.util.Optional;

/**
 * Which offers and needs somebody asks for.
 *
 * @param kind one kind, or both
 * @param cluster of one cluster, or of all
 * @param city of the clusters of one city, or of all
 * @param competence about this competence or a narrower one
 * @param activity about this NACE division
 */
public record OfferFilter(
        Optional<OfferKind> kind,
        Optional<String> cluster,
        Optional<String> city,
        Optional<String> competence,
        Optional<String> activity) {}
