package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.List;

/**
 * An application as organisers and partner cities see it.
 *
 * @param openQuestions what must be answered and is not; empty for cities
 */
public record Application(
        String id,
        String callId,
        String state,
        String givenName,
        String familyName,
        String email,
        String organisation,
        String position,
        String cityId,
        String country,
        String profile,
        boolean contributor,
        String motivation,
        String bucket,
        String reasonCode,
        String note,
        Instant appliedAt,
        Instant decidedAt,
        Long version,
        List<GivenAnswer> answers,
        List<Entry> history,
        String clusterId,
        List<OpenQuestion> openQuestions) {

    /** Completes what a service left out. */
    public Application {
        answers = answers == null ? List.of() : answers;
        history = history == null ? List.of() : history;
        openQuestions = openQuestions == null ? List.of() : openQuestions;
    }

    /** Whether a decision is still awaited. */
    public boolean isOpen() {
        return "SUBMITTED".equals(state) || "WAITLISTED".equals(state);
    }

    /** Whether a decision can be made, also one that changes an earlier one. */
    public boolean isDecidable() {
        return isOpen() || "ADMITTED".equals(state) || "DECLINED".equals(state);
    }

    /** Whether the person may still get or use a place, and so can say that they do not come. */
    public boolean isLive() {
        return (isOpen() || "ADMITTED".equals(state) || "OFFERED".equals(state)) && !isForgotten();
    }

    /** Whether there is a withdrawal that could be a mistake. */
    public boolean isWithdrawn() {
        return "WITHDRAWN".equals(state) && !isForgotten();
    }

    /** Whether it is known no longer who it was; registration then has no given name, and a word in place of the family name. */
    public boolean isForgotten() {
        return "".equals(givenName) && "(erased)".equals(familyName);
    }

    /**
     * Whether this was done to it, and nothing else that would make what was read before out of date.
     *
     * @param at when what was read before became out of date
     */
    public boolean hasLast(String action, Instant at) {
        return at != null && history.stream().anyMatch(entry -> action.equals(entry.action()) && at.equals(entry.at()));
    }

    /** Whether they have been let in at the door, as far as the history goes back; it may have been taken back. */
    public boolean isCome() {
        return history.stream().anyMatch(entry -> "attendance-recorded".equals(entry.action()));
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
    public record Entry(Instant at, String actor, String action, Details details) {

        /** What somebody did, in words: {@code application-admitted} becomes "admitted". */
        public String what() {
            return action == null
                    ? ""
                    : action.replaceFirst("^application-", "").replace('-', ' ');
        }

        /** Who did it, as far as it matters to the reader; which organiser it was is in the audit trail. */
        public String who() {
            if (actor == null || actor.isBlank()) {
                return "";
            }
            if (actor.startsWith("user:")) {
                return "an organiser";
            }
            return actor.equals("public") || actor.equals("applicant") ? "the applicant" : "the system";
        }
    }

    /** What changed by it. */
    public record Details(String before, String after, String bucket, String reasonCode) {}
}
