package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What is kept about a person, and how long. What it says is in the file, and not here.
 *
 * @param zone of the workshop
 */
public record OwnData(Instant asOf, String zone, String workshopTitle, List<Kept> kept) {

    private static final Pattern INNER_WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /** Completes what a service left out. */
    public OwnData {
        kept = kept == null ? List.of() : kept;
    }

    /** Names that say too little by themselves. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("application", "Application"),
            Map.entry("bucket", "Seats"),
            Map.entry("checkIns", "Days on which you were there"),
            Map.entry("choices", "Meals, visits and buses"),
            Map.entry("changeRequests", "Requests for other meals, visits and buses"),
            Map.entry("cityId", "City"),
            Map.entry("clusterId", "Cluster"),
            Map.entry("contributor", "Contribution to the programme"),
            Map.entry("decisionNote", "Note with the decision"),
            Map.entry("email", "Mail address"),
            Map.entry("hotelName", "Hotel"),
            Map.entry("inOthersRoom", "Whether you sleep in the room of somebody else"),
            Map.entry("logistics", "Your stay"),
            Map.entry("needs", "Diet and access needs"),
            Map.entry("namedByOthers", "Whether somebody names you for their room"),
            Map.entry("othersWelcome", "Whether another hotel will do"),
            Map.entry("photoConsent", "Consent to pictures"),
            Map.entry("priceCents", "Price"),
            Map.entry("profile", "Kind of work"),
            Map.entry("reasonCode", "Reason"),
            Map.entry("roomTypeInstead", "Room instead"),
            Map.entry("sharesWith", "Who shares your room"),
            Map.entry("sharingEndedAt", "When the shared room ended"),
            Map.entry("stay", "Room and nights"),
            Map.entry("wantedHotelInstead", "Wanted hotel instead"),
            Map.entry("wantedInstead", "Room wanted instead"));

    /** {@code familyName} becomes "Family name". */
    static String words(String key) {
        if (NAMES.containsKey(Objects.toString(key, ""))) {
            return NAMES.get(key);
        }
        if (key == null || key.isEmpty()) {
            return "";
        }
        String words = INNER_WORD.matcher(key).replaceAll(" ").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** One field. */
    public record Kept(String section, String field, String purpose, Instant erasedAfter) {

        /** What it is, in words. */
        public String label() {
            return words(field);
        }

        /** What it belongs to, in words. */
        public String part() {
            return words(section);
        }
    }
}
