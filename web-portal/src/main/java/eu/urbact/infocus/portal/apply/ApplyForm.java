package eu.urbact.infocus.portal.apply;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.NewApplication;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.text.Choices;
import eu.urbact.infocus.portal.shell.text.Lengths;

/**
 * The form as it was entered, kept letter by letter so that it can be shown again.
 *
 * @param submission random id of this form; together with the content it makes the key that keeps a double click from applying twice
 */
public record ApplyForm(
        String submission,
        String givenName,
        String familyName,
        String email,
        String organisation,
        String position,
        String cityId,
        String country,
        String profile,
        boolean contributor,
        String motivation,
        boolean privacyAccepted) {

    /** In the order of the page. */
    private static final List<String> FIELDS = List.of(
            "givenName",
            "familyName",
            "email",
            "organisation",
            "position",
            "country",
            "cityId",
            "profile",
            "motivation",
            "contributor",
            "privacyAccepted");

    /** What a ticked box sends. */
    private static final String TICKED = "yes";

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
            Map.entry("country", "Country"),
            Map.entry("profile", "What describes you best"),
            Map.entry("contributor", "Contributor"),
            Map.entry("motivation", "What you would bring and take home"),
            Map.entry("privacyAccepted", "Privacy notice"));

    /** A form that nobody has filled in yet. */
    static ApplyForm blank() {
        return new ApplyForm(UUID.randomUUID().toString(), "", "", "", "", "", "", "", "", false, "", false);
    }

    /** What a browser has sent. */
    static ApplyForm of(MultivaluedMap<String, String> sent) {
        return new ApplyForm(
                text(sent, "submission"),
                text(sent, "givenName"),
                text(sent, "familyName"),
                text(sent, "email"),
                text(sent, "organisation"),
                text(sent, "position"),
                text(sent, "cityId"),
                text(sent, "country"),
                text(sent, "profile"),
                TICKED.equals(sent.getFirst("contributor")),
                text(sent, "motivation"),
                TICKED.equals(sent.getFirst("privacyAccepted")));
    }

    /** Whether the country is none that the list offers; it is shown all the same, as whatever else was sent. */
    public boolean isOddCountry() {
        return !country.isEmpty()
                && Choices.countries().stream().noneMatch(known -> known.code().equals(country));
    }

    /** Whether the profile is none that the form offers. */
    public boolean isOddProfile() {
        return !profile.isEmpty() && !Choices.profiles().contains(profile);
    }

    /** Whether the city is none that the list offers, or the list is not there. */
    boolean isOddCity(List<City> cities) {
        return !cityId.isEmpty() && cities.stream().noneMatch(known -> cityId.equals(known.id()));
    }

    /** The same as a request to registration-service; what was left empty is absent. */
    NewApplication toApplication(String callId) {
        return new NewApplication(
                callId,
                given(givenName),
                given(familyName),
                given(email),
                given(organisation),
                given(position),
                given(cityId),
                given(country),
                given(profile),
                contributor,
                given(motivation),
                "en",
                privacyAccepted);
    }

    /**
     * The same for every repetition of this submission, another one once anything in it has been changed: a double click or a reload makes
     * one application, a corrected form is not mistaken for the one before.
     */
    String idempotencyKey() {
        String content = String.join(
                "\u001f",
                submission,
                givenName,
                familyName,
                email,
                organisation,
                position,
                cityId,
                country,
                profile,
                String.valueOf(contributor),
                motivation,
                String.valueOf(privacyAccepted));
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The service's refusal in the words of this form, in the order of its fields; what is about no field comes last. */
    FormErrors explain(Problem problem) {
        List<FormErrors.Entry> entries = problem.errors().stream()
                .map(error -> entry(error.field(), error.message()))
                .distinct()
                .sorted(Comparator.comparingInt(ApplyForm::place))
                .toList();
        if (!entries.isEmpty()) {
            return new FormErrors(entries);
        }
        if (problem.status() == 413) {
            return FormErrors.general("What you entered is too long to be taken in. Please shorten it.");
        }
        String sentence = problem.sentence();
        return FormErrors.general(sentence.isBlank() ? "The application could not be accepted as it is." : sentence);
    }

    private FormErrors.Entry entry(String path, String message) {
        String field = path.substring(path.lastIndexOf('.') + 1);
        if (!FIELDS.contains(field)) {
            return new FormErrors.Entry("", message);
        }
        if (isEmpty(field) && EMPTY.containsKey(field)) {
            return new FormErrors.Entry(field, EMPTY.get(field));
        }
        return new FormErrors.Entry(field, LABELS.get(field) + ": " + Lengths.plain(message, entered(field)));
    }

    private static int place(FormErrors.Entry entry) {
        int place = FIELDS.indexOf(entry.field());
        return place < 0 ? FIELDS.size() : place;
    }

    private boolean isEmpty(String field) {
        return field.equals("privacyAccepted")
                ? !privacyAccepted
                : entered(field).isBlank();
    }

    private String entered(String field) {
        return switch (field) {
            case "givenName" -> givenName;
            case "familyName" -> familyName;
            case "email" -> email;
            case "organisation" -> organisation;
            case "position" -> position;
            case "cityId" -> cityId;
            case "country" -> country;
            case "profile" -> profile;
            case "motivation" -> motivation;
            default -> "";
        };
    }

    @Override
    public String toString() {
        return "ApplyForm[" + submission + "]";
    }

    private static String text(MultivaluedMap<String, String> sent, String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "");
    }

    private static String given(String value) {
        return value.isBlank() ? null : value;
    }
}
