package eu.urbact.infocus.portal.shell.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;

/** What selection lists offer: the codes that the services' contracts define. The words for them are in {@link Messages}. */
@TemplateExtension(namespace = "choices")
public final class Choices {

    private static final List<Country> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .map(code -> new Country(
                    code, new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.UK)))
            .sorted(Comparator.comparing(Country::name))
            .toList();

    /** The Union's code for Kosovo is none of ISO 3166, and stands in profiles of clusters only. */
    private static final Map<String, String> COUNTRY_NAMES = Stream.concat(
                    COUNTRIES.stream(), Stream.of(new Country("XK", "Kosovo")))
            .collect(Collectors.toUnmodifiableMap(Country::code, Country::name));

    private static final String COUNTRY_OPTIONS = COUNTRIES.stream()
            .map(country -> "<option value=\"%s\">%s</option>".formatted(country.code(), text(country.name())))
            .collect(Collectors.joining());

    private Choices() {}

    private static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** States of an application. */
    public static List<String> states() {
        return List.of("SUBMITTED", "ADMITTED", "WAITLISTED", "DECLINED", "OFFERED", "WITHDRAWN");
    }

    /** What an applicant can be. */
    public static List<String> profiles() {
        return List.of("CLUSTER_MANAGER", "CITY_PRACTITIONER", "RIS3_TEAM", "EXPERT", "ACADEMIC", "OTHER");
    }

    /** Why an application can be declined. */
    public static List<String> reasons() {
        return List.of("NOT_ELIGIBLE", "ROOM_FULL", "LATE", "INCOMPLETE", "OTHER");
    }

    /** Kinds of questions that a call can ask. */
    public static List<String> questionTypes() {
        return List.of("TEXT", "CHOICE", "MULTI_CHOICE", "YES_NO", "DATE");
    }

    /** Orders of the list of applications. */
    public static List<String> sorts() {
        return List.of("appliedAt", "name", "city", "state", "votes");
    }

    /** What the plan can be narrowed by. */
    public static List<String> staged() {
        return List.of("NONE", "ANY", "ADMIT", "WAITLIST", "DECLINE");
    }

    /** States of a mail. */
    public static List<String> mailStates() {
        return List.of("QUEUED", "SENDING", "SENT", "FAILED", "UNCLEAR", "RECIPIENT_GONE");
    }

    /** The mails that are written, by the codes of their templates, in the order in which people get them. */
    public static List<String> mailTemplates() {
        return List.of(
                "application-received",
                "application-repeated",
                "application-admitted",
                "application-waitlisted",
                "application-declined",
                "application-withdrawn",
                "seat-offered",
                "offer-lapsed",
                "offer-cancelled",
                "invitation",
                "invitation-reminder",
                "invitation-revoked",
                "application-link",
                "application-link-renewed",
                "place-moved",
                "applicant-moved",
                "invitation-moved",
                "logistics-answer-due",
                "logistics-option-changed",
                "logistics-change-decided",
                "hotel-answer-due",
                "hotel-confirmed",
                "hotel-refused",
                "hotel-change-refused",
                "hotel-sharing-ended",
                "place-given-up",
                "hotel-requests-waiting",
                "logistics-changes-waiting");
    }

    /**
     * The options of a list of all countries by name. Written once and not for everybody who opens a form: there are 250 of them.
     *
     * @param chosen the code of the one that is selected; none when it is unknown
     */
    public static RawString countryOptions(String chosen) {
        String option = "<option value=\"" + chosen + "\"";
        return new RawString(
                COUNTRY_NAMES.containsKey(Objects.requireNonNullElse(chosen, ""))
                        ? COUNTRY_OPTIONS.replace(option, option + " selected")
                        : COUNTRY_OPTIONS);
    }

    /** All countries by name. */
    public static List<Country> countries() {
        return COUNTRIES;
    }

    /** Name of a country by its two-letter code; the code itself when it is unknown. */
    public static String country(String code) {
        return code == null ? "" : COUNTRY_NAMES.getOrDefault(code, code);
    }

    /** A country. */
    public record Country(String code, String name) {}
}
