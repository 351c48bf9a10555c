package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/** Two clusters under both lenses. */
public record MatchPair(
        String modelVersion,
        String dataVersion,
        ClusterRef cluster,
        ClusterRef other,
        long pairs,
        MatchMeasure alliance,
        MatchMeasure crossInnovation,
        List<Partnership> partnerships) {

    /** Completes what a service left out. */
    public MatchPair {
        partnerships = partnerships == null ? List.of() : partnerships;
    }

    /** Who serves whom in the alliance: {@code SERVES}, {@code SERVED_BY}, {@code BOTH} or {@code NONE}. */
    public String allianceDirection() {
        return direction(alliance);
    }

    /** Who serves whom across fields. */
    public String crossDirection() {
        return direction(crossInnovation);
    }

    private String direction(MatchMeasure measure) {
        if (measure.servesBoth()) {
            return "BOTH";
        }
        if (measure.serves() == null) {
            return "NONE";
        }
        return measure.serves().equals(cluster.id()) ? "SERVES" : "SERVED_BY";
    }
}
