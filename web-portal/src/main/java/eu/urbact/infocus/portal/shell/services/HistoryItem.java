package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

    /** What was done, in words: {@code application-admitted} becomes "Application admitted". */
    public String what() {
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

    /** What changed: each detail with its name. */
    public List<String> changes() {
        return details.entrySet().stream()
                .map(detail -> OwnData.words(detail.getKey()) + ": " + value(detail.getValue()))
                .sorted(OLD_BEFORE_NEW)
                .toList();
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
        return value == null ? "nothing" : value.toString();
    }
}
