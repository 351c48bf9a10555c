package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;

/**
 * Something to come along to, as organisers see it.
 *
 * @param placeLimit null for no limit
 * @param free null without a limit
 * @param outside whether the workshop is not on this day, which it may have been before
 */
public record LogisticsOption(
        String id,
        String kind,
        String title,
        Instant startsAt,
        String zone,
        String meetingPoint,
        boolean companionsWelcome,
        Integer placeLimit,
        int taken,
        Integer free,
        boolean outside,
        long version) {

    /** Whether there is a kitchen, which must know what people eat. */
    public boolean isEaten() {
        return "MEAL".equals(kind) || "DINNER".equals(kind);
    }
}
