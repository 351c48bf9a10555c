package eu.urbact.infocus.portal.shell;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Local times of a venue as people enter them to the minute, and the moments that they mean. */
public final class EnteredTimes {

    /** What is said about a time that never is. */
    public static final String SKIPPED = "Choose another time: clocks go forward over this one.";

    private EnteredTimes() {}

    /** Whether the clocks of the zone go forward over this time, so that it never is. */
    public static boolean isSkipped(LocalDateTime local, ZoneId zone) {
        return zone.getRules().getValidOffsets(local).isEmpty();
    }

    /**
     * The moment that is meant. One hour in autumn is there twice, and a moment may have seconds that no form shows: whoever leaves a time
     * as it is does not move it.
     *
     * @param exactly the moment that the form was filled with, as the form carries it along; null, empty or anything else for none
     */
    public static OffsetDateTime at(LocalDateTime local, ZoneId zone, String exactly) {
        try {
            OffsetDateTime had =
                    Instant.parse(exactly == null ? "" : exactly).atZone(zone).toOffsetDateTime();
            if (had.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).equals(local)) {
                return had;
            }
        } catch (DateTimeException none) {
            // something new has none
        }
        return local.atZone(zone).toOffsetDateTime();
    }

    /** A moment as a form carries it along; empty for none. */
    public static String exactly(Instant at) {
        return at == null ? "" : at.toString();
    }
}
