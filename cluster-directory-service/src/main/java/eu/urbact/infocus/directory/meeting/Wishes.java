package eu.urbact.infocus.directory.meeting;

import java.util.Set;
import java.util.TreeSet;

import eu.urbact.infocus.directory.reference.Facet;

/**
 * What one side offers and needs.
 *
 * @param offers what it has to give
 * @param needs what it looks for
 * @param origin who says so
 */
public record Wishes(Set<Topic> offers, Set<Topic> needs, Origin origin) {

    /** Who says it; the first of these that says anything counts. */
    public enum Origin {
        /** Organisers have entered it for this workshop. */
        ENTERED,
        /** The person has stated it themselves. */
        STATED,
        /** Nobody has said anything: it follows from the profiles of the directory. */
        DERIVED
    }

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

    /** Whether it follows from the profiles of the directory alone. */
    public boolean derived() {
        return origin == Origin.DERIVED;
    }
}
