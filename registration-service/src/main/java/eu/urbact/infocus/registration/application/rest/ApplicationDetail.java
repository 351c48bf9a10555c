package eu.urbact.infocus.registration.application.rest;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;

import eu.urbact.infocus.chassis.audit.AuditEntry;
import eu.urbact.infocus.registration.application.AnswerBook;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ReasonCode;

/** One application with what the person wrote and what has happened to it. Address and history are for organisers only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationDetail(
        @JsonUnwrapped ApplicationItem item,
        String email,
        String motivation,
        String language,
        ReasonCode reasonCode,
        String note,
        Instant withdrawnAt,
        List<Answer> answers,
        List<HistoryEntry> history,
        List<OpenQuestion> openQuestions) {

    /** What the person has answered to a question of the call; the choices, the text, the day, or yes or no. */
    public record Answer(String key, String label, String type, String moment, List<String> values) {

        static Answer of(AnswerBook.Answered answered) {
            return new Answer(answered.key(), answered.label(), answered.type(), answered.moment(), answered.values());
        }
    }

    /** A question that must be answered and is not. */
    public record OpenQuestion(String key, String label) {

        /** As the answers are kept. */
        public static OpenQuestion of(AnswerBook.Open open) {
            return new OpenQuestion(open.key(), open.label());
        }
    }

    /**
     * What happened, when, by whom.
     *
     * @param by the name of the organiser's account, or who else it was in words
     */
    public record HistoryEntry(Instant at, String actor, String by, String action, JsonNode details) {

        static HistoryEntry of(AuditEntry entry, String by) {
            return new HistoryEntry(entry.at(), entry.actor(), by, entry.action(), entry.details());
        }
    }

    static ApplicationDetail forOrganiser(
            Application application,
            List<AnswerBook.Answered> answers,
            List<HistoryEntry> history,
            List<AnswerBook.Open> open) {
        return new ApplicationDetail(
                ApplicationItem.of(application),
                application.email(),
                application.motivation(),
                application.language(),
                application.reasonCode(),
                application.note(),
                application.withdrawnAt(),
                answers.stream().map(Answer::of).toList(),
                history,
                open.stream().map(OpenQuestion::of).toList());
    }

    static ApplicationDetail forPartner(Application application) {
        return new ApplicationDetail(
                ApplicationItem.of(application),
                null,
                application.motivation(),
                null,
                application.reasonCode(),
                null,
                application.withdrawnAt(),
                null,
                null,
                null);
    }
}
