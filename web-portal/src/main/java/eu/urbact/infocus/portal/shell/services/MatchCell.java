package eu.urbact.infocus.portal.shell.services;

/** A priority and a cluster in both roles. */
public record MatchCell(
        String modelVersion,
        String dataVersion,
        String regionId,
        String region,
        Priority priority,
        ClusterRef cluster,
        String role,
        double inside,
        double covers,
        MatchMeasure core,
        MatchMeasure enabler,
        double coreFrom,
        double enablerFrom) {

    /**
     * The role that makes the cluster fit.
     *
     * @return {@code CORE} or {@code ENABLER}; empty for a cluster that does not fit
     */
    public String fittingAs() {
        return MatchMatrix.fittingAs(role, core.fit() >= coreFrom, enabler.fit() >= enablerFrom);
    }

    /** The priority, by the name it has in this version of the data. */
    public record Priority(String id, String label, Provenance provenance) {}
}
