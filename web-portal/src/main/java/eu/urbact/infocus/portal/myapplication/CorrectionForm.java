package eu.urbact.infocus.portal.myapplication;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.ApplicationCorrection;
import eu.urbact.infocus.portal.shell.services.OwnApplication;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.text.Lengths;

/**
 * The form for putting right how one is called, kept letter by letter so that it can be shown again.
 *
 * @param version of the application that the person has seen
 */
public record CorrectionForm(
        String version, String givenName, String familyName, String organisation, String position) {

    /** In the order of the page. */
    private static final List<String> FIELDS = List.of("givenName", "familyName", "organisation", "position");

    private static final Map<String, String> EMPTY = Map.of(
            "givenName", "Enter your given name",
            "familyName", "Enter your family name",
            "organisation", "Enter the organisation you come from");

    private static final Map<String, String> LABELS = Map.of(
            "givenName", "Given name",
            "familyName", "Family name",
            "organisation", "Organisation",
            "position", "Position");

    /** What the person is called so far. */
    static CorrectionForm of(OwnApplication application) {
        return new CorrectionForm(
                String.valueOf(application.version()),
                text(application.givenName()),
                text(application.familyName()),
                text(application.organisation()),
                text(application.position()));
    }

    /** What a browser has sent. */
    static CorrectionForm of(MultivaluedMap<String, String> sent) {
        return new CorrectionForm(
                text(sent.getFirst("version")),
                text(sent.getFirst("givenName")),
                text(sent.getFirst("familyName")),
                text(sent.getFirst("organisation")),
                text(sent.getFirst("position")));
    }

    /** The same words on top of the application as it is now. */
    CorrectionForm on(OwnApplication application) {
        return new CorrectionForm(String.valueOf(application.version()), givenName, familyName, organisation, position);
    }

    /** The entity tag of the application that the person has seen. */
    String etag() {
        return "\"v" + version.replaceAll("[^0-9]", "") + "\"";
    }

    ApplicationCorrection toCorrection() {
        return new ApplicationCorrection(given(givenName), given(familyName), given(organisation), given(position));
    }

    /** The refusal in the words of this form, in the order of its fields. */
    FormErrors explain(Problem problem) {
        List<FormErrors.Entry> entries = problem.errors().stream()
                .map(error -> entry(error.field(), error.message()))
                .distinct()
                .sorted(Comparator.comparingInt(entry -> FIELDS.indexOf(entry.field())))
                .toList();
        if (!entries.isEmpty()) {
            return new FormErrors(entries);
        }
        return FormErrors.general(
                problem.sentence().isBlank() ? "The correction could not be accepted as it is." : problem.sentence());
    }

    private FormErrors.Entry entry(String path, String message) {
        String field = path.substring(path.lastIndexOf('.') + 1);
        if (!FIELDS.contains(field)) {
            return new FormErrors.Entry("", message);
        }
        String entered = entered(field);
        return entered.isBlank() && EMPTY.containsKey(field)
                ? new FormErrors.Entry(field, EMPTY.get(field))
                : new FormErrors.Entry(field, LABELS.get(field) + ": " + Lengths.plain(message, entered));
    }

    private String entered(String field) {
        return switch (field) {
            case "givenName" -> givenName;
            case "familyName" -> familyName;
            case "organisation" -> organisation;
            default -> position;
        };
    }

    @Override
    public String toString() {
        return "CorrectionForm[" + version + "]";
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static String given(String value) {
        return value.isBlank() ? null : value;
    }
}
