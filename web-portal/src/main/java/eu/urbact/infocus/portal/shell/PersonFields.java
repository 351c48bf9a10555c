package eu.urbact.infocus.portal.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.text.Lengths;

/** How the fields about a person who applies are called, and what to do about one that is wrong: the same on every form that asks for them. */
public final class PersonFields {

    /** What to do about a field that was left empty; the service's own words are for fields that were filled in wrongly. */
    private static final Map<String, String> EMPTY = Map.of(
            "givenName", "Enter your given name",
            "familyName", "Enter your family name",
            "email", "Enter your e-mail address",
            "organisation", "Enter the organisation you come from",
            "country", "Choose the country you come from",
            "profile", "Choose what describes you best",
            "motivation", "Write what you would bring and take home",
            "privacyAccepted", "Confirm that you have read the privacy notice");

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("givenName", "Given name"),
            Map.entry("familyName", "Family name"),
            Map.entry("email", "E-mail address"),
            Map.entry("organisation", "Organisation"),
            Map.entry("position", "Position"),
            Map.entry("cityId", "Partner city"),
            Map.entry("clusterId", "Cluster"),
            Map.entry("country", "Country"),
            Map.entry("profile", "What describes you best"),
            Map.entry("contributor", "Contributor"),
            Map.entry("motivation", "What you would bring and take home"));

    private PersonFields() {}

    /** How the field is called; empty when it is none of these. */
    public static String label(String field) {
        return LABELS.getOrDefault(field, "");
    }

    /**
     * The message beside a field.
     *
     * @param message what the service says about it
     * @param entered what the person has entered; blank when nothing
     */
    public static FormErrors.Entry entry(String field, String message, String entered) {
        return entered.isBlank() && EMPTY.containsKey(field)
                ? new FormErrors.Entry(field, EMPTY.get(field))
                : new FormErrors.Entry(field, label(field) + ": " + Lengths.plain(message, entered));
    }

    /**
     * A refusal in the words of a form, in the order of its fields; what is about none of them comes first, as the service says it.
     *
     * @param fields of the form, in the order of the page
     * @param entered what stands in a field
     * @param otherwise what to say when the service gives no reason
     */
    public static FormErrors explain(
            Problem problem, List<String> fields, UnaryOperator<String> entered, String otherwise) {
        List<FormErrors.Entry> entries = problem.errors().stream()
                .map(error -> {
                    String field = FormErrors.field(error.field());
                    return fields.contains(field)
                            ? entry(field, error.message(), entered.apply(field))
                            : new FormErrors.Entry("", error.message());
                })
                .distinct()
                .sorted(Comparator.comparingInt(entry -> fields.indexOf(entry.field())))
                .toList();
        if (!entries.isEmpty()) {
            return new FormErrors(entries);
        }
        return FormErrors.general(problem.sentence().isBlank() ? otherwise : problem.sentence());
    }
}
