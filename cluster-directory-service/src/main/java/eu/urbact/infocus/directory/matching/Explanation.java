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
 * @param server the subject that serves the other one, or serves it more, if any does
 * @param bothServe whether both serve each other alike; then there is no {@code server}
 * @param contributions what the score is made of, most points first
 * @param questions what would narrow the interval most when all of it is answered; of several such choices the smallest one, then the
 *     one that asks for markets rather than activities rather than competences
 * @param narrowsBy by how much the answers to all questions together narrow the interval
 */
public record Explanation(
        Measure measure,
        Rating rating,
        Map<Strand, Double> strands,
        Optional<String> server,
        boolean bothServe,
        List<Contribution> contributions,
        List<Question> questions,
        double narrowsBy) {

    /**
     * Whether it rests on something that is still to be verified.
     *
     * @return true when any of its contributions does
     */
    public boolean uncertain() {
        return contributions.stream().anyMatch(Contribution::uncertain);
    }
}
