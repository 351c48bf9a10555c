package eu.urbact.infocus.directory.referenceimport;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import eu.urbact.infocus.directory.profile.Profiles.TakenName;
import eu.urbact.infocus.directory.reference.NutsArea;
import eu.urbact.infocus.directory.region.RegionDescription;

/**
 * What the directory knows before an import.
 *
 * @param ids ids or codes by kind
 * @param competenceParents every competence with its broader one
 * @param priorityRegions the region of every priority
 * @param leadCities the cities that lead the network
 * @param drafts the clusters of which a city writes a profile that was never published, each with that city
 * @param cityCountries the country of every city
 * @param regions the country of every region, with its codes of NUTS
 * @param kept the clusters that stay as they are, whatever a file says
 * @param names the names that are taken, in each city
 * @param nameKeys what of each name of the file counts when names are compared
 */
record KnownEntries(
        Map<Kind, Set<String>> ids,
        Map<String, Optional<String>> competenceParents,
        Map<String, String> priorityRegions,
        Set<String> leadCities,
        Map<String, String> drafts,
        Map<String, String> cityCountries,
        Map<String, RegionPlace> regions,
        Set<String> kept,
        List<TakenName> names,
        Map<String, String> nameKeys) {

    /**
     * Where a region is.
     *
     * @param country ISO 3166 code
     * @param nuts its codes of NUTS, of whatever version
     */
    record RegionPlace(String country, Set<String> nuts) {

        static RegionPlace of(RegionDescription region) {
            return new RegionPlace(
                    region.country(), region.nuts().stream().map(NutsArea::code).collect(Collectors.toSet()));
        }
    }

    /** A directory that knows nothing. */
    static KnownEntries none() {
        return new KnownEntries(
                Map.of(), Map.of(), Map.of(), Set.of(), Map.of(), Map.of(), Map.of(), Set.of(), List.of(), Map.of());
    }
}
