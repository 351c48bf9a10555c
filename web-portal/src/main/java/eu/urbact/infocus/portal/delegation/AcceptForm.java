package eu.urbact.infocus.portal.delegation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HadEntered;
import eu.urbact.infocus.portal.shell.PersonFields;
import eu.urbact.infocus.portal.shell.security.SignInAgain;
import eu.urbact.infocus.portal.shell.services.Acceptance;
import eu.urbact.infocus.portal.shell.services.OwnInvitation;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Question;
import eu.urbact.infocus.portal.shell.text.Lengths;

import static eu.urbact.infocus.portal.shell.Sent.given;
import static eu.urbact.infocus.portal.shell.Sent.text;

/**
 * The short form of an invited person, kept letter by letter so that it can be shown again.
 *
 * @param answers to what the call asks of applicants, by the key of the question; several where several can be chosen
 */
public record AcceptForm(
        String givenName,
        String familyName,
        String organisation,
        String position,
        String country,
        String profile,
        boolean contributor,
        String motivation,
        boolean privacyAccepted,
        String clusterId,
        Map<String, List<String>> answers) {

    private static final String CONSENT = "privacyAccepted";

    private static final String CONTRIBUTOR = "contributor";

    private static final String TICKED = "yes";

    /** How the service begins the name of a field that is a question of the call. */
    private static final String ANSWER = "answers.";

    /** In the order of the page. */
    private static final List<String> FIELDS = List.of(
            "givenName",
            "familyName",
            "organisation",
            "position",
            "country",
            "profile",
            "clusterId",
            "motivation",
            "privacyAccepted");

    static AcceptForm of(OwnInvitation invitation) {
        return new AcceptForm(
                Objects.requireNonNullElse(invitation.givenName(), ""),
                Objects.requireNonNullElse(invitation.familyName(), ""),
                "",
                "",
                "",
                "",
                false,
                "",
                false,
                "",
                Map.of());
    }

    /** What a browser has sent: every answer, also to questions that are not known at the moment. */
    static AcceptForm of(MultivaluedMap<String, String> sent) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        sent.forEach((field, entered) -> {
            if (field.startsWith(Question.FIELD)) {
                answers.put(
                        field.substring(Question.FIELD.length()),
                        entered.stream().filter(Predicate.not(String::isBlank)).toList());
            }
        });
        return new AcceptForm(
                text(sent, "givenName"),
                text(sent, "familyName"),
                text(sent, "organisation"),
                text(sent, "position"),
                text(sent, "country"),
                text(sent, "profile"),
                TICKED.equals(sent.getFirst(CONTRIBUTOR)),
                text(sent, "motivation"),
                TICKED.equals(sent.getFirst("privacyAccepted")),
                text(sent, "clusterId"),
                answers);
    }

    /** What answers a question. */
    public List<String> chosen(Question question) {
        return answers.getOrDefault(question.key(), List.of());
    }

    /** Answers that cannot be shown as fields, because the questions are not known at the moment; they travel along unseen. */
    public List<Map.Entry<String, String>> unasked(List<Question> questions) {
        return Question.unasked(answers, questions);
    }

    /**
     * Everything that was entered, to be read and copied.
     *
     * @param questions as far as they are known
     * @param words what people read for what stands in a field
     */
    List<SignInAgain.Line> lines(List<Question> questions, BinaryOperator<String> words) {
        List<String> fields = Stream.concat(
                        FIELDS.stream().filter(Predicate.not(CONSENT::equals)), Stream.of(CONTRIBUTOR))
                .toList();
        return Stream.concat(
                        HadEntered.fields(fields, this::entered, words).stream(),
                        HadEntered.answers(answers, questions).stream())
                .toList();
    }

    Acceptance toAcceptance(List<Question> questions) {
        Map<String, Object> given = new LinkedHashMap<>();
        questions.stream()
                .filter(question -> !chosen(question).isEmpty())
                .forEach(question -> given.put(question.key(), question.value(chosen(question))));
        return new Acceptance(
                given(givenName),
                given(familyName),
                given(organisation),
                given(position),
                given(country),
                given(profile),
                contributor,
                given(motivation),
                "en",
                privacyAccepted,
                given,
                given(clusterId));
    }

    /** The refusal in the words of this form, in the order of its fields; the questions stand between them and the consent. */
    FormErrors explain(Problem problem, List<Question> questions) {
        List<String> order = Stream.of(
                        FIELDS.stream().filter(Predicate.not(CONSENT::equals)),
                        questions.stream().map(Question::field),
                        Stream.of(CONSENT))
                .flatMap(fields -> fields)
                .toList();
        // the service looks at the questions only once the rest is in order
        Stream<FormErrors.Entry> unanswered = problem.errors().isEmpty()
                ? Stream.empty()
                : questions.stream()
                        .filter(question -> question.required()
                                && question.isAskedAtOnce()
                                && chosen(question).isEmpty())
                        .map(question -> entry(ANSWER + question.key(), "must be answered", questions));
        List<FormErrors.Entry> entries = Stream.concat(
                        problem.errors().stream().map(error -> entry(error.field(), error.message(), questions)),
                        unanswered)
                .distinct()
                .sorted(Comparator.comparingInt(entry -> order.indexOf(entry.field())))
                .toList();
        if (!entries.isEmpty()) {
            return new FormErrors(entries);
        }
        return FormErrors.general(
                problem.sentence().isBlank() ? "The application could not be accepted as it is." : problem.sentence());
    }

    private FormErrors.Entry entry(String path, String message, List<Question> questions) {
        int answer = path.indexOf(ANSWER);
        if (answer >= 0) {
            String key = path.substring(answer + ANSWER.length());
            return questions.stream()
                    .filter(question -> question.key().equals(key))
                    .findFirst()
                    .map(question -> new FormErrors.Entry(
                            question.field(),
                            question.label() + " – " + Lengths.plain(message, String.join("", chosen(question)))))
                    .orElse(new FormErrors.Entry("", message));
        }
        String field = FormErrors.field(path);
        return FIELDS.contains(field)
                ? PersonFields.entry(field, message, entered(field))
                : new FormErrors.Entry("", message);
    }

    private String entered(String field) {
        return switch (field) {
            case "givenName" -> givenName;
            case "familyName" -> familyName;
            case "organisation" -> organisation;
            case "position" -> position;
            case "country" -> country;
            case "profile" -> profile;
            case "motivation" -> motivation;
            case "clusterId" -> clusterId;
            case CONTRIBUTOR -> contributor ? TICKED : "no";
            default -> privacyAccepted ? TICKED : "";
        };
    }

    @Override
    public String toString() {
        return "AcceptForm";
    }
}
