package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.List;

/**
 * What a person has written in an application, and what has happened to it since.
 *
 * @param openQuestions what must be answered and is not
 */
public record Applicant(
        String id,
        String email,
        String motivation,
        String reasonCode,
        String note,
        List<GivenAnswer> answers,
        List<Entry> history,
        List<OpenQuestion> openQuestions) {

    /** Completes what a service left out. */
    public Applicant {
        answers = answers == null ? List.of() : answers;
        history = history == null ? List.of() : history;
        openQuestions = openQuestions == null ? List.of() : openQuestions;
    }

    @Override
    public String toString() {
        return "Applicant[id=" + id + "]";
    }

    /**
     * One thing that happened.
     *
     * @param by the name of the organiser's account, or who else it was in words
     */
    public record Entry(Instant at, String by, String action, Details details) {

        /** What somebody did, in words: {@code application-admitted} becomes "admitted". */
        public String what() {
            return action == null
                    ? ""
                    : action.replaceFirst("^application-", "").replace('-', ' ');
        }
    }

    /** What changed by it. */
    public record Details(String decision, String vote, String bucket, String reasonCode) {}
}
