package eu.urbact.infocus.portal.shell.services;

import java.time.LocalDate;
import java.util.List;

/** A cluster; lists leave out what only the profile shows. */
public record Cluster(
        String id,
        String name,
        String kind,
        String cityId,
        String city,
        String country,
        String summary,
        Tag scale,
        List<Figure> figures,
        List<Tag> activities,
        List<Tag> competences,
        List<Tag> markets,
        List<Tag> objectives,
        ClusterDetails details,
        Confirmation confirmation) {

    /** Completes what a service left out. */
    public Cluster {
        figures = figures == null ? List.of() : figures;
        activities = activities == null ? List.of() : activities;
        competences = competences == null ? List.of() : competences;
        markets = markets == null ? List.of() : markets;
        objectives = objectives == null ? List.of() : objectives;
    }

    /**
     * Until when its city stands by what is said.
     *
     * @param on day on which the city last said so
     * @param stale whether that is too long ago
     */
    public record Confirmation(LocalDate on, boolean stale) {}

    /**
     * Something said about a cluster, and where that is known from.
     *
     * @param level strength, 1 to 3
     */
    public record Tag(String code, String label, Integer level, Provenance provenance) {}

    /** A number about a cluster. */
    public record Figure(String measure, Integer amount, String precision, Integer asOf, Provenance provenance) {}
}
