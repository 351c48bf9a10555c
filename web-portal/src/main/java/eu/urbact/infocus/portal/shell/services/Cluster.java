package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/** A cluster of a city. */
public record Cluster(
        String id,
        String name,
        String cityId,
        String cityName,
        String summary,
        String kind,
        String scale,
        Integer members,
        Integer jobs,
        List<Tag> competences,
        List<Tag> activities,
        List<Tag> markets,
        List<Tag> ecosystems,
        Provenance provenance) {

    /** Completes what a service left out. */
    public Cluster {
        competences = competences == null ? List.of() : competences;
        activities = activities == null ? List.of() : activities;
        markets = markets == null ? List.of() : markets;
        ecosystems = ecosystems == null ? List.of() : ecosystems;
    }

    /** What somebody says about a cluster, and where that is known from. */
    public record Tag(String code, String label, Integer weight, Provenance provenance) {}
}
