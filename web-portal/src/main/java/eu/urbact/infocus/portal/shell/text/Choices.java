package eu.urbact.infocus.portal.shell.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.quarkus.qute.TemplateExtension;

/** What selection lists offer: the codes that the services' contracts define. The words for them are in {@link Messages}. */
@TemplateExtension(namespace = "choices")
public final class Choices {

    private static final List<Country> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .map(code -> new Country(
                    code, new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.UK)))
            .sorted(Comparator.comparing(Country::name))
            .toList();

    private static final Map<String, String> COUNTRY_NAMES =
            COUNTRIES.stream().collect(java.util.stream.Collectors.toUnmodifiableMap(Country::code, Country::name));

    private Choices() {}

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
        return List.of("QUEUED", "SENDING", "SENT", "FAILED", "UNCLEAR");
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
