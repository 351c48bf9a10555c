package eu.urbact.infocus.portal.apply;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.PersonFields;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Question;
import eu.urbact.infocus.portal.shell.text.Lengths;

/** The service's findings in the words of the form, in the order of its fields. */
final class Explanation {

    private static final String PRIVACY = "privacyAccepted";

    private static final String ANSWER = ApplyForm.ANSWERS + ".";

    private final ApplyForm form;
    private final List<Question> questions;

    Explanation(ApplyForm form, List<Question> questions) {
        this.form = form;
        this.questions = questions;
    }

    /** What is wrong on one page. */
    FormErrors of(Step step, List<Problem.FieldError> errors) {
        return new FormErrors(errors.stream()
                .map(Explanation::plain)
                .filter(error -> Step.ofField(error.field()).orElse(null) == step)
                .map(this::entry)
                .distinct()
                .sorted(Comparator.comparingInt(this::place))
                .toList());
    }

    /** What is wrong on all pages, in their order. */
    List<Gap> gaps(String slug, List<Problem.FieldError> errors) {
        return Stream.of(Step.values())
                .flatMap(step -> of(step, errors).entries().stream()
                        .map(entry -> new Gap(step.href(slug) + "#" + entry.field(), entry.message())))
                .toList();
    }

    /** A refusal of what a page has sent; what is about none of its fields comes last. */
    FormErrors of(Step step, Problem problem) {
        FormErrors known = of(step, problem.errors());
        List<FormErrors.Entry> others = problem.errors().stream()
                .map(Explanation::plain)
                .filter(error -> Step.ofField(error.field()).isEmpty())
                .map(error -> new FormErrors.Entry("", error.message()))
                .toList();
        List<FormErrors.Entry> all =
                Stream.concat(known.entries().stream(), others.stream()).toList();
        if (!all.isEmpty()) {
            return new FormErrors(all);
        }
        if (problem.status() == 413) {
            return FormErrors.general("What you entered is too long to be taken in. Please shorten it.");
        }
        String sentence = problem.sentence();
        return FormErrors.general(sentence.isBlank() ? "This could not be accepted as it is." : sentence);
    }

    /** Whether the privacy notice stands in the way of sending. */
    static boolean isPrivacyMissed(List<Problem.FieldError> errors) {
        return errors.stream().anyMatch(error -> plain(error).field().equals(PRIVACY));
    }

    /** What to do about it. */
    static FormErrors privacy() {
        return new FormErrors(List.of(PersonFields.entry(PRIVACY, "", "")));
    }

    /** Without the part of the request that the service has found it in. */
    private static Problem.FieldError plain(Problem.FieldError error) {
        int answers = error.field().indexOf(ANSWER);
        String field = answers >= 0 ? error.field().substring(answers) : FormErrors.field(error.field());
        return new Problem.FieldError(field, error.message());
    }

    private FormErrors.Entry entry(Problem.FieldError error) {
        if (error.field().startsWith(ApplyForm.ANSWERS)) {
            return answer(error);
        }
        return PersonFields.entry(error.field(), error.message(), form.of(error.field()));
    }

    private FormErrors.Entry answer(Problem.FieldError error) {
        return questions.stream()
                .filter(question -> error.field().equals(ANSWER + question.key()))
                .findFirst()
                .map(question -> new FormErrors.Entry(
                        question.field(),
                        question.label() + " – " + Lengths.plain(error.message(), form.answer(question))))
                .orElseGet(() -> new FormErrors.Entry("", error.message()));
    }

    private int place(FormErrors.Entry entry) {
        List<String> order = Stream.concat(
                        Stream.of(Step.values()).flatMap(step -> step.fields().stream()),
                        questions.stream().map(Question::field))
                .collect(Collectors.toList());
        int place = order.indexOf(entry.field());
        return place < 0 ? order.size() : place;
    }
}
