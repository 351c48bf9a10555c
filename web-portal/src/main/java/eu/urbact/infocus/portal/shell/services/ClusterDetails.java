package eu.urbact.infocus.portal.shell.services;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** What a cluster says about itself beyond its coding; each value may be missing. */
public record ClusterDetails(
        Integer founded,
        String legalForm,
        String website,
        Integer staff,
        String excellenceLabel,
        String otherLabel,
        List<String> networks,
        List<String> languages,
        List<String> sectoralIndustries,
        List<String> technologyFields,
        List<String> s3Areas,
        List<String> emergingIndustries,
        Members members,
        String scaleUpFacilities,
        String majorPlayers,
        String strategy,
        Boolean formalStrategy,
        Boolean internationalStrategy,
        List<String> services,
        List<String> targetCountries,
        String contactRole) {

    /** Completes what a service left out. */
    public ClusterDetails {
        networks = list(networks);
        languages = list(languages);
        sectoralIndustries = list(sectoralIndustries);
        technologyFields = list(technologyFields);
        s3Areas = list(s3Areas);
        emergingIndustries = list(emergingIndustries);
        services = list(services);
        targetCountries = list(targetCountries);
    }

    private static List<String> list(List<String> values) {
        return values == null ? List.of() : values;
    }

    /** Whether the website is an address that a page may link to. */
    @JsonIgnore // not a part of what is sent
    public boolean isLinked() {
        return website != null && (website.startsWith("https://") || website.startsWith("http://"));
    }

    /** Members by kind; null where it is not known. */
    public record Members(
            Integer total,
            Integer smes,
            Integer startUps,
            Integer largeCompanies,
            Integer researchOrganisations,
            Integer others) {

        /** Whether any kind is known. */
        @JsonIgnore // not a part of what is sent
        public boolean isSplit() {
            return smes != null
                    || startUps != null
                    || largeCompanies != null
                    || researchOrganisations != null
                    || others != null;
        }
    }
}
