package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;

/**
 * An application on the organisers' desk.
 *
 * @param newcomer whether the person has been admitted to no earlier workshop of the network
 * @param staged what is staged, or null
 * @param clusterId the cluster of the directory that the person speaks for, or null
 * @param tag what whoever stages sends back
 */
public record DeskRow(
        String id,
        String callId,
        String state,
        String givenName,
        String familyName,
        String organisation,
        String position,
        String cityId,
        String country,
        String profile,
        boolean contributor,
        String bucket,
        Instant appliedAt,
        boolean newcomer,
        StagedDecision staged,
        Votes votes,
        int comments,
        String tag,
        String clusterId) {

    /** Completes what a service left out. */
    public DeskRow {
        votes = votes == null ? new Votes(0, 0, 0, null) : votes;
        tag = tag == null ? "" : tag;
    }

    /** Given and family name. */
    public String name() {
        return (givenName == null ? "" : givenName) + " " + (familyName == null ? "" : familyName);
    }

    /** Whether a decision can be made, also one that changes an earlier one. */
    public boolean isDecidable() {
        return !"OFFERED".equals(state) && !"WITHDRAWN".equals(state);
    }

    /** Id and tag in one, as a form sends them back. */
    public String choice() {
        return id + " " + tag.replace("\"", "");
    }

    @Override
    public String toString() {
        return "DeskRow[id=" + id + ", state=" + state + "]";
    }

    /**
     * The organisers' votes.
     *
     * @param mine that of the organiser who looks, or null
     */
    public record Votes(int yes, int maybe, int no, String mine) {

        /** Whether nobody has voted. */
        public boolean isNone() {
            return yes + maybe + no == 0;
        }
    }
}
