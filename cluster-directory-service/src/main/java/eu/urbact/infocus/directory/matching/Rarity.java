package eu.urbact.infocus.directory.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How much a tag distinguishes: what few subjects have says more than what all have. A table is made of a set of subjects
 * and can then be kept, so that a score does not move because somebody else joined.
 */
public final class Rarity {

    private final double subjects;
    private final Map<String, Integer> activities;
    private final Map<String, Integer> competences;

    private Rarity(int subjects, Map<String, Integer> activities, Map<String, Integer> competences) {
        this.subjects = subjects;
        this.activities = activities;
        this.competences = competences;
    }

    /**
     * Counts a set of subjects.
     *
     * @param subjects those that are compared with each other
     * @return the table
     */
    public static Rarity among(Collection<MatchSubject> subjects) {
        return new Rarity(
                subjects.size(),
                counts(subjects, MatchSubject::activities),
                counts(subjects, MatchSubject::competences));
    }

    private static Map<String, Integer> counts(
            Collection<MatchSubject> subjects, Function<MatchSubject, List<MatchTag>> facet) {
        Map<String, Integer> counts = new HashMap<>();
        for (MatchSubject subject : subjects) {
            Set<String> codes =
                    facet.apply(subject).stream().map(MatchTag::code).collect(Collectors.toSet());
            codes.forEach(code -> counts.merge(code, 1, Integer::sum));
        }
        return counts;
    }

    /**
     * The rarity of an activity.
     *
     * @param code NACE division
     * @return 1 (all have it) or more
     */
    public double ofActivity(String code) {
        return rarity(activities, code);
    }

    /**
     * The rarity of a competence.
     *
     * @param code competence
     * @return 1 (all have it) or more
     */
    public double ofCompetence(String code) {
        return rarity(competences, code);
    }

    private double rarity(Map<String, Integer> counts, String code) {
        return 1 + Math.log((1 + subjects) / (1 + counts.getOrDefault(code, 0)));
    }
}
