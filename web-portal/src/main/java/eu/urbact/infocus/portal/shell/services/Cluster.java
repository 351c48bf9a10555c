package eu.urbact.infocus.portal.shell.services;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

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
        List<Tag> ecosystems,
        ClusterDetails details,
        Confirmation confirmation) {

    /** Completes what a service left out. */
    public Cluster {
        figures = figures == null ? List.of() : figures;
        activities = activities == null ? List.of() : activities;
        competences = competences == null ? List.of() : competences;
        markets = markets == null ? List.of() : markets;
        objectives = objectives == null ? List.of() : objectives;
        ecosystems = ecosystems == null ? List.of() : ecosystems;
    }

    /** Competences in which it leads. */
    public List<Tag> leads() {
        return competences.stream().filter(tag -> tag.isOfLevel(3)).toList();
    }

    /** Competences that it develops or uses. */
    public List<Tag> otherCompetences() {
        return competences.stream().filter(tag -> !tag.isOfLevel(3)).toList();
    }

    /** Where its page knows all this from. */
    public Sources sources() {
        Stream<Provenance> numbers = figures.stream().map(Figure::provenance);
        Stream<Tag> tags = Stream.of(leads(), markets, otherCompetences(), activities, ecosystems, objectives)
                .flatMap(List::stream);
        return Sources.of(Stream.of(Stream.ofNullable(scale).map(Tag::provenance), numbers, tags.map(Tag::provenance))
                .flatMap(met -> met));
    }

    /** Whether anything said about it is still to be verified. */
    public boolean isUncertain() {
        return Stream.of(activities, competences, markets, objectives)
                .flatMap(List::stream)
                .anyMatch(tag -> tag.provenance() != null && tag.provenance().uncertain());
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
    public record Tag(String code, String label, Integer level, Provenance provenance) {

        /** Whether it has this level. */
        public boolean isOfLevel(int wanted) {
            return level != null && level == wanted;
        }
    }

    /** A number about a cluster. */
    public record Figure(String measure, Integer amount, String precision, Integer asOf, Provenance provenance) {}
}
