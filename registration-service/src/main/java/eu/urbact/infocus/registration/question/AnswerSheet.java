package eu.urbact.infocus.registration.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.registration.call.CallQuestion;
import eu.urbact.infocus.registration.call.QuestionMoment;

/**
 * Somebody's answers to what is asked at one moment, looked at as a whole.
 *
 * @param values what is kept, by question; empty lists for questions that were left open
 * @param errors what is wrong, each under {@code answers.<key>}
 */
record AnswerSheet(Map<AnswerSheet.Asked, List<String>> values, List<FieldError> errors) {

    /** A question with its id, and the version in which it says this. */
    record Asked(UUID id, long version, CallQuestion content) {}

    private static final String FIELD = "answers";
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    static AnswerSheet of(List<Asked> questions, QuestionMoment moment, Map<String, Object> given) {
        Map<Asked, List<String>> values = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        Map<String, Object> unknown = new LinkedHashMap<>(given);
        for (Asked question : questions) {
            CallQuestion content = question.content();
            if (!content.isAskedWhen(moment)) {
                continue;
            }
            unknown.remove(content.key());
            AnswerPolicy.Finding finding = AnswerPolicy.check(content, given.get(content.key()));
            if (finding instanceof AnswerPolicy.Fits fits) {
                values.put(question, fits.values());
            } else if (finding instanceof AnswerPolicy.DoesNotFit doesNot) {
                errors.add(new FieldError(FIELD + "." + content.key(), doesNot.message()));
            }
        }
        unknown.keySet().forEach(key -> errors.add(unknown(questions, key)));
        return new AnswerSheet(values, errors);
    }

    /** The answers to what is asked at this moment, as far as they are of the kind that their question asks for. */
    static Map<String, Object> stillAsked(List<Asked> questions, QuestionMoment moment, Map<String, Object> given) {
        Map<String, Object> asked = new LinkedHashMap<>();
        questions.stream()
                .map(Asked::content)
                .filter(question -> question.isAskedWhen(moment) && given.containsKey(question.key()))
                .filter(question -> AnswerPolicy.isOfItsKind(question, given.get(question.key())))
                .forEach(question -> asked.put(question.key(), given.get(question.key())));
        return asked;
    }

    /** A key that looks like none of ours may hold anything, so it is not repeated. */
    private static FieldError unknown(List<Asked> questions, String key) {
        boolean elsewhen =
                questions.stream().anyMatch(question -> question.content().key().equals(key));
        String message = elsewhen ? "is not asked now" : "is not asked";
        return new FieldError(KEY.matcher(key).matches() ? FIELD + "." + key : FIELD, message);
    }
}
