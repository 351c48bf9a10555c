package eu.urbact.infocus.portal.delegation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.Acceptance;
import eu.urbact.infocus.portal.shell.services.OwnInvitation;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.text.Lengths;

/** The short form of an invited person, kept letter by letter so that it can be shown again. */
public record AcceptForm(
        String givenName,
        String familyName,
        String organisation,
        String position,
        String country,
        String profile,
        boolean contributor,
        String motivation,
        boolean privacyAccepted) {

    private static final String TICKED = "yes";

    /** In the order of the page: the field, what to do when it is empty, and how it is called. */
    private static final List<String> FIELDS = List.of(
            "givenName",
            "familyName",
            "organisation",
            "position",
            "country",
            "profile",
            "motivation",
            "privacyAccepted");

    private static final Map<String, String> EMPTY = Map.of(
            "givenName", "Enter your given name",
            "familyName", "Enter your family name",
            "organisation", "Enter the organisation you come from",
            "country", "Choose the country you come from",
            "profile", "Choose what describes you best",
            "motivation", "Write what you would bring and take home",
            "privacyAccepted", "Confirm that you have read the privacy notice");

    private static final Map<String, String> LABELS = Map.of(
            "givenName", "Given name",
            "familyName", "Family name",
            "organisation", "Organisation",
            "position", "Position",
            "country", "Country",
            "profile", "What describes you best",
            "motivation", "What you would bring and take home");

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
                false);
    }

    static AcceptForm of(MultivaluedMap<String, String> sent) {
        return new AcceptForm(
                text(sent, "givenName"),
                text(sent, "familyName"),
                text(sent, "organisation"),
                text(sent, "position"),
                text(sent, "country"),
                text(sent, "profile"),
                TICKED.equals(sent.getFirst("contributor")),
                text(sent, "motivation"),
                TICKED.equals(sent.getFirst("privacyAccepted")));
    }

    Acceptance toAcceptance() {
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
                privacyAccepted);
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
                problem.sentence().isBlank() ? "The application could not be accepted as it is." : problem.sentence());
    }

    private FormErrors.Entry entry(String path, String message) {
        String field = path.substring(path.lastIndexOf('.') + 1);
        if (!FIELDS.contains(field)) {
            return new FormErrors.Entry("", message);
        }
        String entered = entered(field);
        return entered.isBlank() && EMPTY.containsKey(field)
                ? new FormErrors.Entry(field, EMPTY.get(field))
                : new FormErrors.Entry(field, LABELS.getOrDefault(field, "") + ": " + Lengths.plain(message, entered));
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
            default -> privacyAccepted ? TICKED : "";
        };
    }

    @Override
    public String toString() {
        return "AcceptForm";
    }

    private static String text(MultivaluedMap<String, String> sent, String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "");
    }

    private static String given(String value) {
        return value.isBlank() ? null : value;
    }
}
