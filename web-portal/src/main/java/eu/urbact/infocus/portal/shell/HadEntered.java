package eu.urbact.infocus.portal.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import eu.urbact.infocus.portal.shell.security.SignInAgain;
import eu.urbact.infocus.portal.shell.services.Question;

/** What was entered in a form that cannot be sent any more: {@code hadEntered.html} shows it, to be copied. */
public final class HadEntered {

    private HadEntered() {}

    /**
     * The fields about a person who applies; without those that are empty.
     *
     * @param fields in the order of the page
     * @param entered what stands in a field
     * @param words what people read for what stands in a field
     */
    public static List<SignInAgain.Line> fields(
            List<String> fields, UnaryOperator<String> entered, BinaryOperator<String> words) {
        return fields.stream()
                .filter(field -> !entered.apply(field).isBlank())
                .map(field -> new SignInAgain.Line(PersonFields.label(field), words.apply(field, entered.apply(field))))
                .toList();
    }

    /**
     * Answers to what a call asks, in its order; without those that are empty.
     *
     * @param answers by the key of the question
     * @param questions as far as they are known
     */
    public static List<SignInAgain.Line> answers(Map<String, List<String>> answers, List<Question> questions) {
        Map<String, List<String>> left = new LinkedHashMap<>(answers);
        left.values().removeIf(List::isEmpty);
        List<SignInAgain.Line> lines = new ArrayList<>();
        for (Question question : questions) {
            List<String> entered = left.remove(question.key());
            if (entered != null) {
                lines.add(new SignInAgain.Line(
                        question.label(), entered.stream().map(question::words).collect(Collectors.joining("; "))));
            }
        }
        left.values().forEach(entered -> lines.add(new SignInAgain.Line("Answer", String.join("; ", entered))));
        return lines;
    }
}
