package eu.urbact.infocus.portal.shell.services;

import java.time.LocalDate;
import java.util.List;

/**
 * Whom a city looks for.
 *
 * @param needs what its clusters say they need
 * @param clusters clusters of its region in the directory; with none nothing can be said to be missing
 * @param profiledClusters clusters of its region that are described well enough to be compared with the strategy
 * @param codedPriorities priorities of its region of which anything is recorded to compare with; with none nothing can be said to be
 *     missing
 * @param priorities priorities of the region that no cluster fits
 * @param competences what the strategy names and nobody in the region is good at
 * @param activities what the strategy names and nobody in the region does or sells to
 */
public record LookingFor(
        List<Need> needs,
        Integer clusters,
        Integer profiledClusters,
        Integer codedPriorities,
        List<OpenPriority> priorities,
        List<Missing> competences,
        List<Missing> activities) {

    /** Nothing is known. */
    public static final LookingFor NOTHING = new LookingFor(null, null, null, null, null, null, null);

    /** Completes what a service left out. */
    public LookingFor {
        needs = needs == null ? List.of() : needs;
        priorities = priorities == null ? List.of() : priorities;
        competences = competences == null ? List.of() : competences;
        activities = activities == null ? List.of() : activities;
    }

    /** Whether the strategy names something that nobody in the region has. */
    public boolean isStrategyOpen() {
        return !priorities.isEmpty() || !competences.isEmpty() || !activities.isEmpty();
    }

    /** Whether the strategy can be compared with nobody, as no cluster of the region is in the directory. */
    public boolean isWithoutClusters() {
        return clusters != null && clusters == 0;
    }

    /** Whether nobody can be compared with the strategy, as nothing is recorded of its priorities. */
    public boolean isWithoutCodes() {
        return codedPriorities != null && codedPriorities == 0;
    }

    /** An open need of a cluster. */
    public record Need(
            String clusterId,
            String cluster,
            String text,
            Notice.Code competence,
            Notice.Code activity,
            LocalDate expiresOn,
            List<FoundIn> foundIn) {

        /** Completes what a service left out. */
        public Need {
            foundIn = foundIn == null ? List.of() : foundIn;
        }

        /** What it is about; empty when nothing is said. */
        public String about() {
            return new Notice(clusterId, cluster, "NEED", text, competence, activity, expiresOn).about();
        }
    }

    /** A priority that no cluster of the region fits, and how far the best one is from it; perhaps still to be verified. */
    public record OpenPriority(String id, String label, String reason, boolean uncertain) {}

    /** Something that nobody in the region has, the priorities that name it, and where it can be found. */
    public record Missing(String code, String label, List<NamedBy> namedBy, List<FoundIn> foundIn) {

        /** Completes what a service left out. */
        public Missing {
            namedBy = namedBy == null ? List.of() : namedBy;
            foundIn = foundIn == null ? List.of() : foundIn;
        }

        /** Whether any of the priorities is coded in a way that is still to be verified. */
        public boolean isUncertain() {
            return namedBy.stream()
                    .anyMatch(by -> by.provenance() != null && by.provenance().uncertain());
        }
    }

    /** A priority that names something. */
    public record NamedBy(String id, String label, Provenance provenance) {}

    /** A city that has what is looked for. */
    public record FoundIn(String cityId, String city, int clusters) {}
}
