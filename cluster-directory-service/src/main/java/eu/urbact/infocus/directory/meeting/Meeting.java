package eu.urbact.infocus.directory.meeting;

import java.util.Comparator;

/**
 * One short meeting.
 *
 * @param person key of a participant or contributor
 * @param cluster id of the cluster
 * @param slot number of the slot, from 1
 */
public record Meeting(String person, String cluster, int slot) {

    /** Slot by slot, and within a slot by cluster: the order in which a plan is called out in the room. */
    public static final Comparator<Meeting> ORDER = Comparator.comparingInt(Meeting::slot)
            .thenComparing(Meeting::cluster)
            .thenComparing(Meeting::person);

    Pair pair() {
        return new Pair(person, cluster);
    }

    /**
     * A person and a cluster.
     *
     * @param person key of the person
     * @param cluster id of the cluster
     */
    public record Pair(String person, String cluster) {}
}
