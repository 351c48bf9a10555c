package eu.urbact.infocus.registration.application;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.registration.call.CallForParticipation;

/**
 * The answers that come with an application, kept by the feature that owns the questions; an application only needs this of it. Answers are
 * given by the key of their question: text, a choice or a day as text, several choices as a list, yes or no as a truth value.
 */
public interface AnswerBook {

    /** One answered question in words: the choices, the text, the day, or yes or no. */
    record Answered(String key, String label, String type, String moment, List<String> values) {}

    /** A question that must be answered and is not. */
    record Open(String key, String label) {}

    /**
     * Those of the answers that are to what the call asks applicants, each as its question takes it; answers to a question that is asked no
     * more, or in another way than it was, are not among them.
     */
    Map<String, Object> stillAsked(CallForParticipation call, Map<String, Object> given);

    /** What is wrong with the answers to what the call asks applicants, each under {@code answers.<key>}. */
    List<FieldError> check(CallForParticipation call, Map<String, Object> given);

    /** Keeps answers that have passed the check, with an application that is new. */
    void keep(CallForParticipation call, UUID applicationId, Map<String, Object> given);

    /** What the person has answered, in the order of the questions. */
    List<Answered> of(UUID applicationId);

    /**
     * What applicants must answer and the person has not, because an organiser brought them in or it is asked only since; nothing once the
     * workshop is over, when answers are forgotten one after the other.
     */
    List<Open> openOf(Application application);
}
