package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/** The best partners of a cluster under one lens. */
public record MatchPartners(
        String modelVersion, String dataVersion, ClusterRef cluster, String lens, long pairs, List<Partner> items) {

    /** Completes what a service left out. */
    public MatchPartners {
        items = items == null ? List.of() : items;
    }

    /**
     * A partner.
     *
     * @param standing how both stand for each other; it orders the list
     * @param direction whether the cluster {@code SERVES} it, is {@code SERVED_BY} it, or {@code NONE} of both
     * @param partnerships ids of known partnerships of both
     * @param uncertain whether the score rests on something that is still to be verified
     */
    public record Partner(
            ClusterRef cluster,
            double score,
            double low,
            double high,
            double fit,
            double percentile,
            Standing standing,
            String direction,
            String evidence,
            List<String> partnerships,
            boolean uncertain) {

        /** Completes what a service left out. */
        public Partner {
            partnerships = partnerships == null ? List.of() : partnerships;
        }
    }

    /** Percentile of the partner among all others of the cluster, of the cluster among all others of the partner, and both in one. */
    public record Standing(double here, double there, double mutual) {}
}
