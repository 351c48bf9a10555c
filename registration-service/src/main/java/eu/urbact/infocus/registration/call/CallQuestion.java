package eu.urbact.infocus.registration.call;

import java.util.List;

/**
 * Something that a call asks beyond what every applicant is asked.
 *
 * @param key names it for ever within its call, e.g. in the answers of an application
 * @param help a hint for answering it, or null
 * @param choices what can be chosen; empty for types without choices
 * @param purpose why it is asked, told to those who are asked
 * @param retentionDays how long after the workshop's end the answers are kept
 * @param retired whether it is not asked any more; its answers keep their meaning
 */
public record CallQuestion(
        String key,
        QuestionType type,
        String label,
        String help,
        boolean required,
        List<String> choices,
        String purpose,
        int retentionDays,
        QuestionMoment moment,
        boolean retired) {

    /** Copies the choices. */
    public CallQuestion {
        choices = List.copyOf(choices);
    }

    public boolean isAskedWhen(QuestionMoment when) {
        return !retired && moment == when;
    }
}
