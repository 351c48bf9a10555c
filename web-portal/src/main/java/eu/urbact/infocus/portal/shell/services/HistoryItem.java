package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Something that was done because of an application.
 *
 * @param actorName name of the account, or null when it is not known
 * @param details states, counts and codes
 */
public record HistoryItem(
        Instant at,
        String actor,
        String actorName,
        String action,
        String objectType,
        String objectId,
        Map<String, Object> details) {

    private static final Comparator<String> OLD_BEFORE_NEW =
            Comparator.comparing(HistoryItem::rank).thenComparing(Comparator.naturalOrder());

    /** Completes what a service left out. */
    public HistoryItem {
        details = details == null ? Map.of() : details;
    }

    /** What was done, where the words of the action say it badly. */
    private static final Map<String, String> DONE = Map.ofEntries(
            Map.entry("application-address-corrected", "E-mail address corrected, old links stopped"),
            Map.entry("application-answers-changed", "Answers changed"),
            Map.entry("application-corrected", "Name or organisation corrected"),
            Map.entry("application-edited", "Application changed"),
            Map.entry("application-erased", "Personal data erased"),
            Map.entry("application-link-renewed", "New link made, old ones stopped"),
            Map.entry("application-link-requested", "Link asked for again"),
            Map.entry("application-nominated", "Nominated by the city, to be decided again"),
            Map.entry("application-repeated", "Applied again"),
            Map.entry("application-replaced", "Replaced by somebody else of the city"),
            Map.entry("application-waitlisted", "Put on the waiting list"),
            Map.entry("application-withdrawal-taken-back", "Withdrawal taken back, to be decided again"),
            Map.entry("attendance-certified", "Certificate of attendance made"),
            Map.entry("attendance-recorded", "Checked in"),
            Map.entry("attendance-undone", "Check-in undone"),
            Map.entry("hotel-answer-reminded", "Reminded of the hotel rooms"),
            Map.entry("hotel-room-change-refused", "Other hotel room refused"),
            Map.entry("hotel-room-change-requested", "Other hotel room asked for"),
            Map.entry("hotel-room-change-taken-back", "Request for another hotel room taken back"),
            Map.entry("hotel-room-not-needed", "Needs no hotel room"),
            Map.entry("hotel-room-requested", "Hotel room asked for"),
            Map.entry("hotel-room-sharing-ended", "Told that a hotel room is not shared any more"),
            Map.entry("hotel-room-sharing-said", "Said with whom the hotel room is shared"),
            Map.entry("logistics-answer-reminded", "Reminded of what is still missing"),
            Map.entry("logistics-change-accepted", "Other meals, visits or buses agreed to"),
            Map.entry("logistics-change-refused", "Other meals, visits or buses refused"),
            Map.entry("logistics-change-requested", "Other meals, visits or buses asked for"),
            Map.entry("logistics-change-taken-back", "Request for other meals, visits or buses taken back"),
            Map.entry("logistics-needs-erased", "Diet and access needs erased"),
            Map.entry("logistics-needs-told", "Diet and access needs answered"),
            Map.entry("logistics-options-chosen", "Meals, visits and buses chosen"),
            Map.entry("logistics-places-given-back", "Places at meals, visits and buses given back"),
            Map.entry("logistics-travel-told", "Arrival and departure answered"),
            Map.entry("photo-consent-told", "Said whether pictures may be taken"),
            Map.entry("vote-cast", "Vote given"));

    /** A value that is a code, such as {@code CITY_PRACTITIONER}. */
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** What was done, in words: {@code application-admitted} becomes "Application admitted". */
    public String what() {
        if (action != null && DONE.containsKey(action)) {
            return DONE.get(action);
        }
        String words = action == null ? "" : action.replace('-', ' ');
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Who did it. */
    public String who() {
        if (actorName != null && !actorName.isBlank()) {
            return actorName;
        }
        String name = actor == null ? "" : actor;
        if (name.startsWith("user:")) {
            return "Account " + name.substring("user:".length());
        }
        if (name.startsWith("client:")) {
            return "System " + name.substring("client:".length());
        }
        return switch (name) {
            case "public", "applicant" -> "The applicant";
            case "" -> "";
            default -> "The platform";
        };
    }

    /** What changed: each detail with its name. Ids say nothing to people and are left out. */
    public List<String> changes() {
        return details.entrySet().stream()
                .filter(detail ->
                        !ID.matcher(Objects.toString(detail.getValue(), "")).matches())
                .map(detail -> OwnData.words(detail.getKey()) + ": " + value(detail.getValue()))
                .sorted(OLD_BEFORE_NEW)
                .toList();
    }

    /** {@code CITY_PRACTITIONER} becomes "city practitioner", and {@code CITY:porto} "Porto". */
    private static String inWords(String value) {
        if (value.startsWith("CITY:")) {
            return OwnData.words(value.substring("CITY:".length()).replace('-', ' '));
        }
        // a country's code is one
        return value.length() > 2 && CODE.matcher(value).matches()
                ? value.replace('_', ' ').toLowerCase(Locale.ROOT)
                : value;
    }

    private static int rank(String change) {
        return change.startsWith("Before") ? 0 : change.startsWith("After") ? 1 : 2;
    }

    private static String value(Object value) {
        if (value instanceof Map<?, ?> several) {
            return several.entrySet().stream()
                    .map(entry -> OwnData.words(entry.getKey().toString()) + " " + value(entry.getValue()))
                    .sorted(OLD_BEFORE_NEW)
                    .reduce((one, other) -> one + ", " + other)
                    .orElse("nothing");
        }
        if (value instanceof List<?> several) {
            return several.stream()
                    .map(HistoryItem::value)
                    .reduce((one, other) -> one + ", " + other)
                    .orElse("nothing");
        }
        return value == null ? "nothing" : inWords(value.toString());
    }
}
