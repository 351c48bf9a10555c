package eu.urbact.infocus.portal.shell.services;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a call asks beyond what every applicant is asked.
 *
 * @param key names it for ever within its call
 * @param type TEXT, CHOICE, MULTI_CHOICE, YES_NO or DATE
 * @param moment APPLICATION or AFTER_ADMISSION
 * @param retired whether it is asked no more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Question(
        String key,
        String type,
        String label,
        String help,
        boolean required,
        List<String> choices,
        String purpose,
        Integer retentionDays,
        String moment,
        boolean retired) {

    /** How the names of their fields begin on pages. */
    public static final String FIELD = "answer-";

    private static final Map<String, Object> TRUTH = Map.of("yes", true, "no", false);

    /** Completes what a service left out. */
    public Question {
        choices = choices == null ? List.of() : List.copyOf(choices);
    }

    /** Why it is asked, as a sentence that others can follow. */
    public String why() {
        String said = purpose == null ? "" : purpose.strip();
        return said.isEmpty() || said.matches("(?s).*[.!?…]") ? said : said + ".";
    }

    /** Name and id of its field on pages. */
    public String field() {
        return FIELD + key;
    }

    /** What its column is called in files of applications. */
    public String column() {
        return "answer_" + key.replace('-', '_');
    }

    /**
     * Answers, as fields, that belong to none of these questions.
     *
     * @param answers by the key of the question
     */
    public static List<Map.Entry<String, String>> unasked(Map<String, List<String>> answers, List<Question> questions) {
        Set<String> asked = questions.stream().map(Question::key).collect(Collectors.toSet());
        return answers.entrySet().stream()
                .filter(answer -> !asked.contains(answer.getKey()))
                .flatMap(answer -> answer.getValue().stream().map(value -> Map.entry(FIELD + answer.getKey(), value)))
                .toList();
    }

    /** One answer to it in words. */
    public String words(String answer) {
        return GivenAnswer.words(type, answer);
    }

    /** No answers, for a page that only shows the question. */
    public List<String> none() {
        return List.of();
    }

    /** Answers that are none of its choices. */
    public List<String> odd(List<String> given) {
        return given.stream().filter(answer -> !choices.contains(answer)).toList();
    }

    /** An answer that is not empty, as the service takes it; what is neither yes nor no stays as it was entered. */
    public Object value(List<String> given) {
        String first = given.get(0);
        return switch (type) {
            case "MULTI_CHOICE" -> given;
            case "YES_NO" -> TRUTH.getOrDefault(first, first);
            default -> first;
        };
    }

    /** Whether it comes with the application, and not only after admission. */
    public boolean isAskedAtOnce() {
        return !retired && "APPLICATION".equals(moment);
    }
}
