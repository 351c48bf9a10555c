package eu.urbact.infocus.directory.city;

import java.util.List;

import eu.urbact.infocus.directory.reference.NutsArea;
import eu.urbact.infocus.directory.reference.Provenance;

/**
 * Everything the directory itself holds about a city.
 *
 * @param id short name
 * @param name name in its own language
 * @param otherNames its names in other languages, by which it is found; empty when they are all alike
 * @param country ISO 3166 alpha-2
 * @param role what it does in the network
 * @param partnerOrganisation the organisation through which it takes part
 * @param place where it lies
 * @param nuts its codes, in one or more versions of NUTS
 * @param regionId the region whose strategy applies
 */
public record CityDescription(
        String id,
        String name,
        String otherNames,
        String country,
        CityRole role,
        PartnerOrganisation partnerOrganisation,
        Place place,
        List<NutsArea> nuts,
        String regionId) {

    /** Keeps the areas in one order, so that equal cities are equal. */
    public CityDescription {
        nuts = NutsArea.sorted(nuts);
    }

    /**
     * The organisation through which a city takes part.
     *
     * @param name its name
     * @param provenance who says so
     */
    public record PartnerOrganisation(String name, Provenance provenance) {}

    /**
     * Where a city lies.
     *
     * @param latitude degrees north
     * @param longitude degrees east
     * @param provenance who says so
     */
    public record Place(double latitude, double longitude, Provenance provenance) {}
}
