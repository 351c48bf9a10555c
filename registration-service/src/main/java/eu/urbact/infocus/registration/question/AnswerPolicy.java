package eu.urbact.infocus.registration.question;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.chassis.validation.TextLength;
import eu.urbact.infocus.registration.call.CallQuestion;

/** Whether an answer fits its question. */
final class AnswerPolicy {

    /** Longest text, the same as for the motivation. */
    static final int LONGEST = 2_000;

    static final String YES = "yes";
    static final String NO = "no";

    /** What a look at an answer says. */
    sealed interface Finding {}

    /** It fits; {@code values} are kept. None when nothing was answered. */
    record Fits(List<String> values) implements Finding {}

    /** It does not fit; {@code message} says how to mend it. */
    record DoesNotFit(String message) implements Finding {}

    private AnswerPolicy() {}

    /**
     * Looks at one answer.
     *
     * @param given as it came: text, a list, a truth value, or null
     */
    static Finding check(CallQuestion question, Object given) {
        if (isNothing(given)) {
            return question.required() ? new DoesNotFit("must be answered") : new Fits(List.of());
        }
        return switch (question.type()) {
            case TEXT -> text(given);
            case CHOICE -> choice(question, given);
            case MULTI_CHOICE -> choices(question, given);
            case YES_NO ->
                given instanceof Boolean yes
                        ? new Fits(List.of(yes ? YES : NO))
                        : new DoesNotFit("must be answered with yes or no");
            case DATE -> date(given);
        };
    }

    /** Whether the answer is of the kind that the question asks for; not, when the question was another one when it was given. */
    static boolean isOfItsKind(CallQuestion question, Object given) {
        return switch (question.type()) {
            case TEXT, CHOICE, DATE -> given instanceof String;
            case MULTI_CHOICE -> given instanceof List<?>;
            case YES_NO -> given instanceof Boolean;
        };
    }

    private static boolean isNothing(Object given) {
        return given == null
                || (given instanceof String text && text.isBlank())
                || (given instanceof List<?> list && list.isEmpty());
    }

    private static Finding text(Object given) {
        if (!(given instanceof String text)) {
            return new DoesNotFit("must be text");
        }
        if (TextLength.of(text) > LONGEST) {
            return new DoesNotFit("size must be between 0 and " + LONGEST);
        }
        String problem = SafeText.Validator.problem(text, true);
        return problem == null ? new Fits(List.of(text.strip())) : new DoesNotFit(problem);
    }

    private static Finding choice(CallQuestion question, Object given) {
        return given instanceof String text && question.choices().contains(text)
                ? new Fits(List.of(text))
                : new DoesNotFit("must be one of the choices");
    }

    /** Kept in the order of the choices, whatever the order in which they were ticked. */
    private static Finding choices(CallQuestion question, Object given) {
        if (!(given instanceof List<?> list)) {
            return new DoesNotFit("must be a list of choices");
        }
        if (!question.choices().containsAll(list) || new HashSet<>(list).size() < list.size()) {
            return new DoesNotFit("must be some of the choices, each once");
        }
        return new Fits(question.choices().stream().filter(list::contains).toList());
    }

    private static Finding date(Object given) {
        try {
            LocalDate day = LocalDate.parse(given instanceof String text ? text.strip() : "");
            return day.getYear() >= 1900 && day.getYear() < 2100
                    ? new Fits(List.of(day.toString()))
                    : new DoesNotFit("must be a day between 1900 and 2100");
        } catch (DateTimeException e) {
            return new DoesNotFit("must be a day such as 2016-11-24");
        }
    }
}
