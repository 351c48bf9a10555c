package eu.urbact.infocus.portal.opendata;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jakarta.ws.rs.core.MediaType;

/**
 * Which of several formats a reader prefers (RFC 9110, 12.5.1). Of the parameters only the quality counts: a profile or a character set
 * makes no other format of it.
 */
final class Preference {

    private final List<MediaType> accepted;

    /**
     * A preference.
     *
     * @param accepted what the reader takes
     */
    Preference(List<MediaType> accepted) {
        this.accepted = accepted;
    }

    /**
     * The preferred one.
     *
     * @param offered formats by name, the one for people first: it wins where the reader does not care
     * @param otherwise when the reader takes none of them
     */
    String among(Map<String, MediaType> offered, String otherwise) {
        return offered.entrySet().stream()
                .map(one -> new Candidate(one.getKey(), best(one.getValue())))
                .filter(one -> one.range() != null && quality(one.range()) > 0)
                // the first of the best: max would take the last
                .sorted(Comparator.comparing((Candidate one) -> -quality(one.range()))
                        .thenComparing(one -> -precision(one.range()))
                        .thenComparing(one -> one.range().isWildcardType() ? 0 : accepted.indexOf(one.range())))
                .map(Candidate::name)
                .findFirst()
                .orElse(otherwise);
    }

    /** A format with what the reader says about it, or null. */
    private record Candidate(String name, MediaType range) {}

    /** The most precise range that covers a type; it alone says how welcome that is. */
    private MediaType best(MediaType type) {
        return accepted.stream()
                .filter(range -> covers(range, type))
                .min(Comparator.comparing(range -> -precision(range)))
                .orElse(null);
    }

    private static boolean covers(MediaType range, MediaType type) {
        return range.isWildcardType()
                || (range.getType().equalsIgnoreCase(type.getType())
                        && (range.isWildcardSubtype() || range.getSubtype().equalsIgnoreCase(type.getSubtype())));
    }

    private static int precision(MediaType range) {
        return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
    }

    private static double quality(MediaType range) {
        String given = range.getParameters().get("q");
        try {
            return given == null ? 1 : Double.parseDouble(given);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
