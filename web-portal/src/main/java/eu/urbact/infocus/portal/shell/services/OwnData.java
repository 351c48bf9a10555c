package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is kept about a person, and how long. What it says is in the file, and not here.
 *
 * @param zone of the workshop
 */
public record OwnData(Instant asOf, String zone, List<Kept> kept) {

    private static final Pattern INNER_WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /** Completes what a service left out. */
    public OwnData {
        kept = kept == null ? List.of() : kept;
    }

    /** {@code familyName} becomes "Family name". */
    static String words(String key) {
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
