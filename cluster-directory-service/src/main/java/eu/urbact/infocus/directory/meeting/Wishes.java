package eu.urbact.infocus.directory.meeting;

import java.util.Set;
import java.util.TreeSet;

import eu.urbact.infocus.directory.reference.Facet;

/**
 * What one side offers and needs.
 *
 * @param offers what it has to give
 * @param needs what it looks for
 * @param derived true when nobody entered it for this workshop: it follows from the profiles of the directory
 */
public record Wishes(Set<Topic> offers, Set<Topic> needs, boolean derived) {

    /**
     * A subject of conversation.
     *
     * @param facet ACTIVITY or COMPETENCE
     * @param code NACE division or competence
     */
    public record Topic(Facet facet, String code) implements Comparable<Topic> {

        @Override
        public int compareTo(Topic other) {
            int byFacet = facet.compareTo(other.facet);
            return byFacet != 0 ? byFacet : code.compareTo(other.code);
        }
    }

    /** Sorts, so that sums come out the same everywhere. */
    public Wishes {
        offers = java.util.Collections.unmodifiableSet(new TreeSet<>(offers));
        needs = java.util.Collections.unmodifiableSet(new TreeSet<>(needs));
    }
}
