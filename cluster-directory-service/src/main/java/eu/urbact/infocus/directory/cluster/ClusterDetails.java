package eu.urbact.infocus.directory.cluster;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/**
 * What a cluster says about itself beyond its coding, in the fields of a profile of the European Cluster Collaboration Platform, so
 * that a city can take it from there and back. Every value may be missing. None of them names a person.
 *
 * @param founded year of establishment
 * @param legalForm such as association
 * @param website public address
 * @param staff people in the management team
 * @param excellenceLabel label of cluster excellence
 * @param otherLabel other label or award
 * @param networks European partnerships and other networks it takes part in
 * @param languages languages it works in
 * @param sectoralIndustries industries in the platform's words
 * @param technologyFields technologies in the platform's words
 * @param s3Areas priority areas of smart specialisation in the platform's words
 * @param emergingIndustries emerging industries in the platform's words
 * @param members members by kind
 * @param scaleUpFacilities test beds, pilot lines and the like
 * @param majorPlayers well-known members
 * @param strategy its strategy in its own words
 * @param formalStrategy whether that strategy is written down and adopted
 * @param internationalStrategy whether it has a strategy of internationalisation
 * @param services what it does for its members
 * @param targetCountries countries of internationalisation, ISO 3166 alpha-2
 * @param contactRole whom to ask for, as a role or office
 */
public record ClusterDetails(
        Integer founded,
        String legalForm,
        String website,
        Integer staff,
        String excellenceLabel,
        String otherLabel,
        @JsonSetter(contentNulls = Nulls.FAIL) List<String> networks,
        @JsonSetter(contentNulls = Nulls.FAIL) List<String> languages,
        @JsonSetter(contentNulls = Nulls.FAIL) List<String> sectoralIndustries,
        @JsonSetter(contentNulls = Nulls.FAIL) List<String> technologyFields,
        @JsonSetter(contentNulls = Nulls.FAIL) List<String> s3Areas,
        @JsonSetter(contentNulls = Nulls.FAIL) List<String> emergingIndustries,
        Members members,
        String scaleUpFacilities,
        String majorPlayers,
        String strategy,
        Boolean formalStrategy,
        Boolean internationalStrategy,
        @JsonSetter(contentNulls = Nulls.FAIL) List<String> services,
        @JsonSetter(contentNulls = Nulls.FAIL) List<String> targetCountries,
        String contactRole) {

    /** Nothing said yet. */
    public static final ClusterDetails NONE = new ClusterDetails(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null);

    /** Takes blank texts for none, so that what says the same is the same. */
    public ClusterDetails {
        legalForm = text(legalForm);
        website = text(website);
        excellenceLabel = text(excellenceLabel);
        otherLabel = text(otherLabel);
        networks = list(networks);
        languages = list(languages);
        sectoralIndustries = list(sectoralIndustries);
        technologyFields = list(technologyFields);
        s3Areas = list(s3Areas);
        emergingIndustries = list(emergingIndustries);
        members = members == null ? Members.NONE : members;
        scaleUpFacilities = text(scaleUpFacilities);
        majorPlayers = text(majorPlayers);
        strategy = text(strategy);
        services = list(services);
        targetCountries = list(targetCountries);
        contactRole = text(contactRole);
    }

    /** The same with another address and other countries of internationalisation. */
    public ClusterDetails with(String newWebsite, List<String> newTargetCountries) {
        return new ClusterDetails(
                founded,
                legalForm,
                newWebsite,
                staff,
                excellenceLabel,
                otherLabel,
                networks,
                languages,
                sectoralIndustries,
                technologyFields,
                s3Areas,
                emergingIndustries,
                members,
                scaleUpFacilities,
                majorPlayers,
                strategy,
                formalStrategy,
                internationalStrategy,
                services,
                newTargetCountries,
                contactRole);
    }

    private static String text(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static List<String> list(List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .filter(value -> value != null && !value.isBlank())
                        .map(String::strip)
                        // what is said twice is said once
                        .distinct()
                        .toList();
    }

    /**
     * Members by kind; null where it is not known.
     *
     * @param total all members
     * @param smes small and medium-sized enterprises
     * @param startUps start-ups
     * @param largeCompanies large companies
     * @param researchOrganisations universities and research organisations
     * @param others all other members
     */
    public record Members(
            Integer total,
            Integer smes,
            Integer startUps,
            Integer largeCompanies,
            Integer researchOrganisations,
            Integer others) {

        /** Nothing known. */
        public static final Members NONE = new Members(null, null, null, null, null, null);
    }
}
