package eu.urbact.infocus.directory.cluster;

import java.util.List;
import java.util.Optional;

/**
 * What somebody looks for. Within one list a cluster needs to fit one entry; an empty list asks for nothing.
 *
 * @param scope whose clusters
 * @param cities city ids
 * @param competences competence ids; a broader one includes its narrower ones
 * @param naceSections letters of NACE Rev. 2 sections of its activities
 * @param ecosystems industrial ecosystems of its activities of weight 2 or 3
 * @param words searched text, in any spelling
 */
public record ClusterFilter(
        ClusterScope scope,
        List<String> cities,
        List<String> competences,
        List<String> naceSections,
        List<String> ecosystems,
        Optional<String> words) {

    /** Copies the lists. */
    public ClusterFilter {
        cities = List.copyOf(cities);
        competences = List.copyOf(competences);
        naceSections = List.copyOf(naceSections);
        ecosystems = List.copyOf(ecosystems);
    }

    /**
     * The clusters of one city.
     *
     * @param cityId id of the city
     * @return a filter for them
     */
    public static ClusterFilter ofCity(String cityId) {
        return new ClusterFilter(ClusterScope.ALL, List.of(cityId), List.of(), List.of(), List.of(), Optional.empty());
    }
}
