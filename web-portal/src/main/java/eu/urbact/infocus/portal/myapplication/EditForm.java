package eu.urbact.infocus.portal.myapplication;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.ApplicationEdit;
import eu.urbact.infocus.portal.shell.services.OwnApplication;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.text.Lengths;

/**
 * The form for changing an application, kept letter by letter so that it can be shown again.
 *
 * @param version of the application that the person has seen
 */
public record EditForm(
        String version,
        String givenName,
        String familyName,
        String organisation,
        String position,
        String cityId,
        String country,
        String profile,
        boolean contributor,
        String motivation,
        String clusterId) {

    private static final String TICKED = "yes";

    /** In the order of the page. */
    private static final List<String> FIELDS = List.of(
            "givenName",
            "familyName",
            "organisation",
            "position",
            "country",
            "cityId",
            "clusterId",
            "profile",
            "motivation");

    private static final Map<String, String> EMPTY = Map.of(
            "givenName", "Enter your given name",
            "familyName", "Enter your family name",
            "organisation", "Enter the organisation you come from",
            "country", "Choose the country you come from",
            "profile", "Choose what describes you best",
            "motivation", "Write what you would bring and take home");

    private static final Map<String, String> LABELS = Map.of(
            "givenName", "Given name",
            "familyName", "Family name",
            "organisation", "Organisation",
            "position", "Position",
            "country", "Country",
            "cityId", "Partner city",
            "clusterId", "Cluster",
            "profile", "What describes you best",
            "motivation", "What you would bring and take home");

    /** What the person has said so far. */
    static EditForm of(OwnApplication application) {
        return new EditForm(
                String.valueOf(application.version()),
                text(application.givenName()),
                text(application.familyName()),
                text(application.organisation()),
                text(application.position()),
                text(application.cityId()),
                text(application.country()),
                text(application.profile()),
                Boolean.TRUE.equals(application.contributor()),
                text(application.motivation()),
                text(application.clusterId()));
    }

    /** What a browser has sent. */
    static EditForm of(MultivaluedMap<String, String> sent) {
        return new EditForm(
                text(sent.getFirst("version")),
                text(sent.getFirst("givenName")),
                text(sent.getFirst("familyName")),
                text(sent.getFirst("organisation")),
                text(sent.getFirst("position")),
                text(sent.getFirst("cityId")),
                text(sent.getFirst("country")),
                text(sent.getFirst("profile")),
                TICKED.equals(sent.getFirst("contributor")),
                text(sent.getFirst("motivation")),
                text(sent.getFirst("clusterId")));
    }

    /** The same words on top of the application as it is now. */
    EditForm on(OwnApplication application) {
        return new EditForm(
                String.valueOf(application.version()),
                givenName,
                familyName,
                organisation,
                position,
                cityId,
                country,
                profile,
                contributor,
                motivation,
                clusterId);
    }

    /** The entity tag of the application that the person has seen. */
    String etag() {
        return "\"v" + version.replaceAll("[^0-9]", "") + "\"";
    }

    ApplicationEdit toEdit() {
        return new ApplicationEdit(
                given(givenName),
                given(familyName),
                given(organisation),
                given(position),
                given(cityId),
                given(country),
                given(profile),
                contributor,
                given(motivation),
                given(clusterId));
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
                problem.sentence().isBlank() ? "The change could not be accepted as it is." : problem.sentence());
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
            case "position" -> position;
            case "cityId" -> cityId;
            case "clusterId" -> clusterId;
            case "country" -> country;
            case "profile" -> profile;
            default -> motivation;
        };
    }

    @Override
    public String toString() {
        return "EditForm[" + version + "]";
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static String given(String value) {
        return value.isBlank() ? null : value;
    }
}
