package eu.urbact.infocus.directory.matching;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A score, taken apart.
 *
 * @param measure what was asked
 * @param rating the score with its interval
 * @param strands value of each strand in the score
 * @param server the subject that serves the other one, if any does
 * @param contributions what the score is made of, most points first
 * @param questions what would narrow the interval most, best first
 */
public record Explanation(
        Measure measure,
        Rating rating,
        Map<Strand, Double> strands,
        Optional<String> server,
        List<Contribution> contributions,
        List<Question> questions) {

    /**
     * Whether it rests on something that is still to be verified.
     *
     * @return true when any of its contributions does
     */
    public boolean uncertain() {
        return contributions.stream().anyMatch(Contribution::uncertain);
    }
}
