package eu.urbact.infocus.directory.matching;

/** The questions a score answers; each is a weighted sum of {@link Strand}s. */
public enum Measure {
    /** Does the cluster belong to the priority? */
    CORE,
    /** Does the cluster serve those who belong to the priority? */
    ENABLER,
    /** Could the two clusters stand together in one field? */
    ALLIANCE,
    /** Could the two clusters make something new across fields? */
    CROSS_INNOVATION;

    /** Whether it is asked between two clusters rather than between a cluster and a priority. */
    public boolean betweenClusters() {
        return this == ALLIANCE || this == CROSS_INNOVATION;
    }
}
