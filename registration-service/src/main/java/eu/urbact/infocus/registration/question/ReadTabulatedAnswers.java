package eu.urbact.infocus.registration.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.application.AnswerBook;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.CallQuestion;
import eu.urbact.infocus.registration.call.QuestionMoment;

/**
 * Reads from the cells of a table what people have answered to what a call asks applicants, as {@link TabulateAnswers} writes it there, and
 * takes of it what the form would take.
 */
@ApplicationScoped
public class ReadTabulatedAnswers {

    /**
     * What stands in the cells of one person.
     *
     * @param given by the keys of the questions; passes the check of the {@link AnswerBook}, but for what is open
     * @param errors what the form would not take, by the name of the column
     * @param open what must be answered and is not
     */
    public record Reading(Map<String, Object> given, Map<String, String> errors, List<AnswerBook.Open> open) {}

    private static final String BETWEEN_CHOICES = TabulateAnswers.SEPARATOR.strip();

    private final AskedOfCalls asked;

    ReadTabulatedAnswers(AskedOfCalls asked) {
        this.asked = asked;
    }

    /** The columns of what the call asks applicants. */
    public Set<String> columns(CallForParticipation call) {
        return ofApplicants(call)
                .map(question -> TabulateAnswers.nameOf(question.key()))
                .collect(Collectors.toSet());
    }

    /**
     * Reads one person's cells.
     *
     * @param cells by the name of the column, empty ones are missing
     */
    public Reading read(CallForParticipation call, Map<String, String> cells) {
        return read(ofApplicants(call).toList(), cells);
    }

    static Reading read(List<CallQuestion> questions, Map<String, String> cells) {
        Map<String, Object> given = new LinkedHashMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        List<AnswerBook.Open> open = new ArrayList<>();
        for (CallQuestion question : questions) {
            String column = TabulateAnswers.nameOf(question.key());
            String cell = cells.get(column);
            if (cell == null) {
                if (question.required()) {
                    open.add(new AnswerBook.Open(question.key(), question.label()));
                }
                continue;
            }
            Object answer = answer(question, cell);
            if (AnswerPolicy.check(question, answer) instanceof AnswerPolicy.DoesNotFit doesNot) {
                errors.put(column, doesNot.message());
            } else {
                given.put(question.key(), answer);
            }
        }
        return new Reading(given, errors, open);
    }

    /** The answer as the form would send it; what is none stays as it stands in the cell, for the rules to say so. */
    private static Object answer(CallQuestion question, String cell) {
        return switch (question.type()) {
            case TEXT, CHOICE, DATE -> cell;
            case YES_NO -> yesOrNo(cell);
            case MULTI_CHOICE -> choices(question.choices(), cell).orElse(List.of(cell));
        };
    }

    private static Object yesOrNo(String cell) {
        if (cell.equalsIgnoreCase(AnswerPolicy.YES)) {
            return true;
        }
        if (cell.equalsIgnoreCase(AnswerPolicy.NO)) {
            return false;
        }
        return cell;
    }

    /** The choices that a cell names, each once. A choice may hold what stands between two of them. */
    private static Optional<List<String>> choices(List<String> possible, String cell) {
        for (String choice : possible) {
            if (cell.equals(choice)) {
                return Optional.of(List.of(choice));
            }
            if (cell.startsWith(choice + BETWEEN_CHOICES)) {
                List<String> others =
                        possible.stream().filter(other -> !other.equals(choice)).toList();
                Optional<List<String>> rest = choices(
                        others,
                        cell.substring(choice.length() + BETWEEN_CHOICES.length())
                                .strip());
                if (rest.isPresent()) {
                    return Optional.of(Stream.concat(Stream.of(choice), rest.get().stream())
                            .toList());
                }
            }
        }
        return Optional.empty();
    }

    private Stream<CallQuestion> ofApplicants(CallForParticipation call) {
        return asked.withIds(call).stream()
                .map(AnswerSheet.Asked::content)
                .filter(question -> question.isAskedWhen(QuestionMoment.APPLICATION));
    }
}
