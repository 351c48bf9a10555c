package eu.urbact.infocus.portal.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.Quicker;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.StagingStep;
import eu.urbact.infocus.portal.shell.text.Lengths;

/** What was refused at the desk, in the words of its pages: a form as a whole, or single people out of many. */
final class Refusals {

    private static final Map<String, String> LABELS = Map.of(
            "note", "Note",
            "text", "Comment",
            "name", "Name of the view",
            "decision", "Decision",
            "bucket", "Seat",
            "email", "E-mail address");

    private Refusals() {}

    /** How a field is called on the desk's pages; empty where its message says enough. */
    static String label(String field) {
        return LABELS.getOrDefault(field, "");
    }

    /**
     * The service's messages under the names of the fields, or its sentence.
     *
     * @param entered what was typed into a field, or null
     */
    static FormErrors of(Problem problem, UnaryOperator<String> entered) {
        if (problem.errors().isEmpty()) {
            return FormErrors.general(problem.sentence().isBlank() ? "It was refused." : problem.sentence());
        }
        return new FormErrors(problem.errors().stream()
                .map(error -> {
                    String field = FormErrors.field(error.field());
                    return new FormErrors.Entry(
                            field, Lengths.plain(label(field), error.message(), entered.apply(field)));
                })
                .toList());
    }

    /** Those who were left as they are, by reason; only a few reasons are told one by one. */
    static FormErrors left(List<StagingStep.Left> left, Call call) {
        Map<Why, Long> reasons = left.stream()
                .collect(Collectors.groupingBy(one -> Why.of(one, call), LinkedHashMap::new, Collectors.counting()));
        return new FormErrors(reasons.entrySet().stream()
                .limit(10)
                .map(reason -> new FormErrors.Entry("", reason.getKey().words(reason.getValue())))
                .toList());
    }

    /** The zone in which times are said; empty when the call is not known. */
    static String zone(Call call) {
        return call == null ? "" : call.zone();
    }

    /**
     * Why people were left as they are.
     *
     * @param staged whether something is staged for them already
     * @param reason who has staged it; otherwise a sentence
     */
    private record Why(boolean staged, String reason) {

        static Why of(StagingStep.Left one, Call call) {
            if (one.isStaged() && one.by() != null) {
                return new Why(true, one.yourself() ? "you" : one.by());
            }
            return new Why(
                    false,
                    one.by() == null
                            ? Objects.toString(one.detail(), "")
                            : Quicker.words(one.by(), one.yourself(), one.at(), zone(call)));
        }

        String words(long count) {
            if (staged) {
                return (count == 1
                                ? "One person already has a decision that "
                                : count + " people already have a decision that ")
                        + reason + " staged, and " + (count == 1 ? "keeps it." : "keep it.");
            }
            return (count == 1 ? "One person was left as they are: " : count + " people were left as they are: ")
                    + reason;
        }
    }
}
