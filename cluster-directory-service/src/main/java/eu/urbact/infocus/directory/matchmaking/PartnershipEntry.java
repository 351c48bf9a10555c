package eu.urbact.infocus.directory.matchmaking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import eu.urbact.infocus.directory.reference.Provenance;

/**
 * A partnership of clusters that is known to exist.
 *
 * @param id short name
 * @param label its name
 * @param kind what it is for
 * @param since year in which it began
 * @param members ids of clusters; of the first field where there are two
 * @param counterparts ids of clusters of the second field; none in an alliance
 * @param note what a reader should know
 * @param provenance who says so
 */
public record PartnershipEntry(
        String id,
        String label,
        PartnershipKind kind,
        Optional<Integer> since,
        List<String> members,
        List<String> counterparts,
        Optional<String> note,
        Provenance provenance) {

    /** Two ids in their order. */
    public record Pair(String one, String other) {

        /** Puts the smaller id first. */
        public Pair {
            if (one.compareTo(other) > 0) {
                String first = other;
                other = one;
                one = first;
            }
        }
    }

    /** Keeps the members in one order, so that equal partnerships are equal. */
    public PartnershipEntry {
        members = members.stream().sorted().toList();
        counterparts = counterparts.stream().sorted().toList();
    }

    /**
     * Who works with whom in it: everybody with everybody in an alliance, across the fields otherwise.
     *
     * @return the pairs
     */
    public List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            for (String other :
                    kind == PartnershipKind.ALLIANCE ? members.subList(i + 1, members.size()) : counterparts) {
                pairs.add(new Pair(members.get(i), other));
            }
        }
        return pairs;
    }

    /**
     * Whether both belong to it, on whichever side.
     *
     * @param one id of a cluster
     * @param other id of a cluster
     * @return true when they know each other from it
     */
    public boolean joins(String one, String other) {
        return has(one) && has(other) && !one.equals(other);
    }

    /**
     * The same without those that are not among these clusters.
     *
     * @param clusters ids of clusters
     * @return empty when nobody works with anybody any more
     */
    Optional<PartnershipEntry> among(Set<String> clusters) {
        PartnershipEntry left = new PartnershipEntry(
                id,
                label,
                kind,
                since,
                members.stream().filter(clusters::contains).toList(),
                counterparts.stream().filter(clusters::contains).toList(),
                note,
                provenance);
        return Optional.of(left).filter(partnership -> !partnership.pairs().isEmpty());
    }

    private boolean has(String cluster) {
        return members.contains(cluster) || counterparts.contains(cluster);
    }
}
