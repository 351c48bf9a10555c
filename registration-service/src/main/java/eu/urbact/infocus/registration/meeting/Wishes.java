package eu.urbact.infocus.registration.meeting;

import java.util.Collection;
import java.util.List;

/** What somebody offers and looks for. */
public record Wishes(Topics offers, Topics needs) {

    /** Nothing is said. */
    static final Wishes NONE = new Wishes(new Topics(List.of(), List.of()), new Topics(List.of(), List.of()));

    /** Whether nothing is said. */
    public boolean saysNothing() {
        return equals(NONE);
    }

    /**
     * Codes of the directory, which alone knows what they mean; each once, in their order.
     *
     * @param competences codes of competences
     * @param activities two-digit divisions of NACE
     */
    public record Topics(List<String> competences, List<String> activities) {

        /** Orders them, so that the same choice is the same. */
        public Topics {
            competences = ordered(competences);
            activities = ordered(activities);
        }

        private static List<String> ordered(Collection<String> codes) {
            return codes.stream().distinct().sorted().toList();
        }
    }
}
