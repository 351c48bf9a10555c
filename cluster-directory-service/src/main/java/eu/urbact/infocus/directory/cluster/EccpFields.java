package eu.urbact.infocus.directory.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import eu.urbact.infocus.directory.cluster.ClusterDetails.Members;

/**
 * A cluster in the fields of the European Cluster Collaboration Platform, by the names and in the order of the platform's form. Several
 * values of one cell are separated by semicolons. Nobody to contact is among them.
 */
public final class EccpFields {

    /** The columns. */
    public static final List<String> COLUMNS = List.of(
            "cluster_name",
            "date_established",
            "legal_form",
            "website",
            "staff_in_management_team",
            "cluster_excellence_label",
            "other_label",
            "networks",
            "languages",
            "sectoral_industries",
            "technology_fields",
            "s3_eu_priority_areas",
            "emerging_industries",
            "members_total",
            "members_smes",
            "members_start_ups",
            "members_large_companies",
            "members_research_organisations",
            "members_other",
            "scale_up_facilities",
            "major_players",
            "description",
            "strategy",
            "formal_strategy",
            "internationalisation_strategy",
            "support_services",
            "target_countries");

    /** What this directory knows besides; these columns stand behind the platform's in open data. */
    public static final List<String> DIRECTORY_COLUMNS = List.of(
            "id",
            "kind",
            "city",
            "country",
            "nuts_3",
            "latitude",
            "longitude",
            "scale",
            "nace_rev_2",
            "markets_nace_rev_2",
            "competences",
            "ecosystems",
            "jobs",
            "sources",
            "uncertain",
            "profile_page",
            "members_total_precision",
            "members_total_as_of",
            "jobs_precision",
            "jobs_as_of");

    private EccpFields() {}

    /** The platform's columns, and more behind them. */
    public static List<String> columnsAnd(List<String> more) {
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.addAll(more);
        return List.copyOf(columns);
    }

    /**
     * The cells, in the order of the columns.
     *
     * @param members how many there are; null when nobody has said so
     * @param industries what stands for the sectoral industries
     * @param technologies what stands for the fields of technology
     */
    public static List<Object> cells(
            String name,
            String summary,
            ClusterDetails details,
            Integer members,
            List<String> industries,
            List<String> technologies) {
        Members kinds = details.members();
        return Arrays.asList(
                name,
                details.founded(),
                details.legalForm(),
                details.website(),
                details.staff(),
                details.excellenceLabel(),
                details.otherLabel(),
                joined(details.networks()),
                joined(details.languages()),
                joined(industries),
                joined(technologies),
                joined(details.s3Areas()),
                joined(details.emergingIndustries()),
                members,
                kinds.smes(),
                kinds.startUps(),
                kinds.largeCompanies(),
                kinds.researchOrganisations(),
                kinds.others(),
                details.scaleUpFacilities(),
                details.majorPlayers(),
                summary,
                details.strategy(),
                truth(details.formalStrategy()),
                truth(details.internationalStrategy()),
                joined(details.services()),
                joined(details.targetCountries()));
    }

    /** Several values in one cell; null when there are none. */
    public static String joined(List<String> values) {
        return values.isEmpty() ? null : String.join("; ", values);
    }

    private static String truth(Boolean value) {
        return value == null ? null : value ? "yes" : "no";
    }
}
