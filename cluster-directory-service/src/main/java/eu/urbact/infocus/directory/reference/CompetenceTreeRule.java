package eu.urbact.infocus.directory.reference;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The competences form a tree: every broader term exists, none is its own ancestor, and three levels are enough for a
 * person to find the right one.
 */
public final class CompetenceTreeRule {

    /** Levels of the tree, the top terms included. */
    public static final int LEVELS = 3;

    private final Map<String, Optional<String>> parents;

    /**
     * A rule about a whole tree.
     *
     * @param parents every competence with its broader term
     */
    public CompetenceTreeRule(Map<String, Optional<String>> parents) {
        this.parents = Map.copyOf(parents);
    }

    /**
     * Checks the way from one competence up to its top term.
     *
     * @param competence id of a competence of the tree
     * @return what is wrong with its place in the tree, if anything
     */
    public Optional<String> violation(String competence) {
        Set<String> path = new LinkedHashSet<>();
        Optional<String> step = Optional.of(competence);
        while (step.isPresent()) {
            String current = step.get();
            if (!path.add(current)) {
                return Optional.of(
                        "the broader terms go round in a circle: " + String.join(" > ", path) + " > " + current);
            }
            if (!parents.containsKey(current)) {
                return Optional.of("unknown broader competence \"" + current + "\"");
            }
            step = parents.get(current);
        }
        return path.size() > LEVELS
                ? Optional.of("deeper than " + LEVELS + " levels: " + String.join(" > ", path))
                : Optional.empty();
    }
}
