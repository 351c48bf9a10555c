package eu.urbact.infocus.portal.shell.services;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What a city's people write about a cluster.
 *
 * @param scale WORLD_CLASS, NATIONAL or SECTOR_OF_EXCELLENCE, or null
 * @param jobsPrecision EXACT, ABOUT or AT_LEAST, or null
 * @param membersPrecision the same about the total of members
 * @param activities NACE divisions with weight 1 to 3
 * @param competences with level 1 to 3
 * @param markets NACE divisions
 * @param objectives numbers of the Sustainable Development Goals
 * @param contact for the organisers only
 */
public record ProfileContent(
        String name,
        String kind,
        String summary,
        String keywords,
        String scale,
        Integer jobs,
        String jobsPrecision,
        String membersPrecision,
        ClusterDetails details,
        List<Statement> activities,
        List<Statement> competences,
        List<Statement> markets,
        List<Statement> objectives,
        Contact contact) {

    /** Completes what a service left out. */
    public ProfileContent {
        activities = activities == null ? List.of() : activities;
        competences = competences == null ? List.of() : competences;
        markets = markets == null ? List.of() : markets;
        objectives = objectives == null ? List.of() : objectives;
    }

    /**
     * One code that fits.
     *
     * @param source where it can be read, or null when the cluster itself says so
     */
    public record Statement(String code, int level, Document source) {}

    /** A published source. */
    public record Document(String url, LocalDate readOn) {}

    /** Whom the organisers may ask. */
    public record Contact(String name, String email) {

        /** Whether anybody is named. */
        @JsonIgnore // not a part of what is sent
        public boolean isNamed() {
            return (name != null && !name.isBlank()) || (email != null && !email.isBlank());
        }

        @Override
        public String toString() {
            return "Contact[]";
        }
    }
}
