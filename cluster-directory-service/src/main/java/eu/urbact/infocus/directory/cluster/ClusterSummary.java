package eu.urbact.infocus.directory.cluster;

import java.util.List;

import eu.urbact.infocus.directory.reference.ProvenanceView;
import eu.urbact.infocus.directory.reference.Scale;
import eu.urbact.infocus.directory.reference.TagView;

/**
 * A cluster in a list.
 *
 * @param id short name
 * @param name name
 * @param kind what stands behind the name
 * @param cityId its city in the network, or null outside the network
 * @param cityName name of that city, or null
 * @param country ISO 3166 alpha-2
 * @param summary one or two sentences
 * @param scale how far it reaches, or null when nobody said
 * @param scaleProvenance who says so, or null
 * @param activities what it does, main ones first
 * @param competences what it is good at, strongest first
 */
public record ClusterSummary(
        String id,
        String name,
        ClusterKind kind,
        String cityId,
        String cityName,
        String country,
        String summary,
        Scale scale,
        ProvenanceView scaleProvenance,
        List<TagView> activities,
        List<TagView> competences) {}
