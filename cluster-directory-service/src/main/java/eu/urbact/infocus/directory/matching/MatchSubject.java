package eu.urbact.infocus.directory.matching;

import java.util.List;

/**
 * One side of a match: a cluster or a priority, described by tags.
 *
 * @param kind which of the two
 * @param id its id
 * @param label its name
 * @param activities NACE divisions in which it works
 * @param competences what it is good at, or calls for
 * @param markets NACE divisions it sells to; none for a priority
 */
public record MatchSubject(
        Kind kind,
        String id,
        String label,
        List<MatchTag> activities,
        List<MatchTag> competences,
        List<MatchTag> markets) {

    /** What a subject is. */
    public enum Kind {
        CLUSTER,
        PRIORITY
    }

    /** Copies the lists. */
    public MatchSubject {
        activities = List.copyOf(activities);
        competences = List.copyOf(competences);
        markets = List.copyOf(markets);
    }
}
