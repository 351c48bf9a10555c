package eu.urbact.infocus.portal.calleditor;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.text.Lengths;
import eu.urbact.infocus.portal.shell.text.Times;

/** The service's refusal of a call, in the words and under the fields of the form. */
final class CallRefusal {

    private static final Pattern ROW = Pattern.compile("(buckets|questions)\\[(\\d+)]\\.(\\w+)");

    /** A text of which each line is one of a list; the list itself is meant, and none of its lines. */
    private static final Pattern LINES = Pattern.compile("(^|\\.)(offered|notOffered|choices)$");

    /** How fields are called on the page, where a message alone does not say which is meant. */
    private static final Map<String, String> LABELS = Map.of(
            "opensAt", "Opens",
            "closesAt", "Closes",
            "zone", "Time zone",
            "eligibility", "Who can apply",
            "offered", "What a place includes",
            "notOffered", "What it does not include",
            "choices", "Choices",
            "handBackOn", "Unused seats are handed back on",
            "decidesBy", "Decided by");

    private CallRefusal() {}

    /** How a field is called on the page. */
    static String label(String field) {
        return LABELS.getOrDefault(field, "");
    }

    static FormErrors explain(Problem problem, String zone) {
        if (problem.status() == 412 && problem.by() != null) {
            return FormErrors.general(
                    problem.isOwnRepetition()
                            ? "It was you who changed this call, " + Times.written(problem.at(), zone)
                                    + ", perhaps with a first click. Nothing more was saved; your entries are below. Save again"
                                    + " only if they shall replace what was saved then."
                            : problem.by() + " was quicker, " + Times.written(problem.at(), zone)
                                    + ". Nothing was saved; your entries are below. Look at the call as it is now, then save again if"
                                    + " yours shall replace it.");
        }
        if (problem.status() == 412 || problem.status() == 428) {
            return FormErrors.general(
                    "Somebody else has changed this call since you opened it. Nothing was saved; your entries are below. Look at the call"
                            + " as it is now, then save again if yours shall replace it.");
        }
        List<FormErrors.Entry> entries =
                problem.errors().stream().map(CallRefusal::entry).distinct().toList();
        if (!entries.isEmpty()) {
            return new FormErrors(entries);
        }
        String sentence = problem.sentence();
        return FormErrors.general(sentence.isBlank() ? "The call could not be saved as it is." : sentence);
    }

    private static FormErrors.Entry entry(Problem.FieldError error) {
        String field = field(error.field());
        String label = label(field.substring(field.lastIndexOf('-') + 1));
        String message = error.message().replace("opensAt", "the opening");
        return new FormErrors.Entry(
                field,
                LINES.matcher(error.field()).find()
                        ? Lengths.lines(label, message)
                        : Lengths.plain(label, message, null));
    }

    /** Id of the field on the page for the service's path to it. */
    private static String field(String path) {
        Matcher row = ROW.matcher(path);
        if (row.find()) {
            String kind = row.group(1).equals("buckets") ? BucketRow.PREFIX : QuestionRow.PREFIX;
            return kind + row.group(2) + "-" + (row.group(3).equals("key") ? "label" : row.group(3));
        }
        return Stream.of("opensAt", "closesAt", "zone", "decidesBy", "capacity", "eligibility", "offered", "notOffered")
                .filter(known -> path.equals(known)
                        || path.endsWith("." + known)
                        || path.startsWith(known + "[")
                        || path.contains("." + known + "["))
                .findFirst()
                .orElse("");
    }
}
