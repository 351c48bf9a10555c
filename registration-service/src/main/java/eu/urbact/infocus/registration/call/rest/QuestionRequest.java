package eu.urbact.infocus.registration.call.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.registration.call.CallQuestion;
import eu.urbact.infocus.registration.call.QuestionMoment;
import eu.urbact.infocus.registration.call.QuestionType;

/**
 * A question of a call.
 *
 * @param key its stable name in answers and exports
 * @param purpose why it is asked
 * @param retentionDays how long after the workshop's end the answers are kept
 * @param moment when it is asked; with the application unless said otherwise
 * @param retired whether it is asked no more
 */
public record QuestionRequest(
        @NotBlank
        @Size(max = 40)
        @Pattern(
                regexp = "[a-z][a-z0-9]*(-[a-z0-9]+)*",
                message = "must be small letters, digits and single hyphens, e.g. session-formats")
        String key,

        @NotNull QuestionType type,
        @NotBlank @Size(max = 200) @SafeText String label,
        @Size(max = 500) @SafeText String help,
        Boolean required,
        @Size(max = 30) List<@NotBlank @Size(max = 100) @SafeText String> choices,
        @NotBlank @Size(max = 300) @SafeText String purpose,
        @NotNull @Min(0) @Max(1_825) Integer retentionDays,
        QuestionMoment moment,
        Boolean retired) {

    /** Checks what no single field can tell. */
    static void check(List<QuestionRequest> questions, List<FieldError> errors) {
        if (questions == null) {
            return;
        }
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < questions.size(); i++) {
            QuestionRequest question = questions.get(i);
            String path = "questions[" + i + "].";
            if (!keys.add(question.key())) {
                errors.add(new FieldError(path + "key", "is there twice"));
            }
            List<String> choices = question.choicesOrNone();
            if (question.type().hasChoices() && choices.size() < 2) {
                errors.add(new FieldError(path + "choices", "must be at least two"));
            } else if (!question.type().hasChoices() && !choices.isEmpty()) {
                errors.add(new FieldError(path + "choices", "are only for questions to choose from"));
            } else if (new HashSet<>(choices).size() < choices.size()) {
                errors.add(new FieldError(path + "choices", "must differ from each other"));
            }
        }
    }

    CallQuestion question() {
        return new CallQuestion(
                key,
                type,
                label.strip(),
                help == null || help.isBlank() ? null : help.strip(),
                Boolean.TRUE.equals(required),
                choicesOrNone(),
                purpose.strip(),
                retentionDays,
                moment == null ? QuestionMoment.APPLICATION : moment,
                Boolean.TRUE.equals(retired));
    }

    private List<String> choicesOrNone() {
        return choices == null ? List.of() : choices.stream().map(String::strip).toList();
    }
}
