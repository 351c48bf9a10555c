package eu.urbact.infocus.directory.referenceimport;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the directory knows before an import.
 *
 * @param ids ids or codes by kind
 * @param competenceParents every competence with its broader one
 * @param priorityRegions the region of every priority
 * @param leadCities the cities that lead the network
 * @param drafts the clusters of which a city writes a profile that was never published, each with that city
 * @param cityCountries the country of every city
 */
record KnownEntries(
        Map<Kind, Set<String>> ids,
        Map<String, Optional<String>> competenceParents,
        Map<String, String> priorityRegions,
        Set<String> leadCities,
        Map<String, String> drafts,
        Map<String, String> cityCountries) {

    /** A directory that knows nothing. */
    static KnownEntries none() {
        return new KnownEntries(Map.of(), Map.of(), Map.of(), Set.of(), Map.of(), Map.of());
    }
}
