package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.List;

/** An application as organisers and partner cities see it. */
public record Application(
        String id,
        String callId,
        String workshopSlug,
        String givenName,
        String familyName,
        String email,
        String organisation,
        String position,
        String cityId,
        String country,
        String profile,
        Boolean contributor,
        String motivation,
        String language,
        String state,
        String bucket,
        String reasonCode,
        String decisionNote,
        Instant appliedAt,
        Instant decidedAt,
        Long version,
        List<Entry> history) {

    /** Completes what a service left out. */
    public Application {
        history = history == null ? List.of() : history;
    }

    /** Whether a decision can still be made. */
    public boolean isOpen() {
        return "SUBMITTED".equals(state) || "WAITLISTED".equals(state) || "OFFERED".equals(state);
    }

    /** Given and family name. */
    public String name() {
        return (givenName == null ? "" : givenName) + " " + (familyName == null ? "" : familyName);
    }

    @Override
    public String toString() {
        return "Application[id=" + id + ", state=" + state + "]";
    }

    /** One thing that happened to it. */
    public record Entry(Instant at, String actor, String action, String state, String reasonCode, String note) {}
}
