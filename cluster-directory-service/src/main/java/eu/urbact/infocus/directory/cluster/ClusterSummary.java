package eu.urbact.infocus.directory.cluster;

import java.util.List;

import eu.urbact.infocus.directory.reference.TagView;

/**
 * A cluster in a list.
 *
 * @param id short name
 * @param name name
 * @param kind what stands behind the name
 * @param cityId its city in the network, or null outside the network
 * @param city name of that city, or null
 * @param country ISO 3166 alpha-2
 * @param summary one or two sentences
 * @param scale how far it reaches, or null when nobody said
 * @param activities what it does, main ones first
 * @param competences what it is good at, strongest first
 */
public record ClusterSummary(
        String id,
        String name,
        ClusterKind kind,
        String cityId,
        String city,
        String country,
        String summary,
        TagView scale,
        List<TagView> activities,
        List<TagView> competences) {}
