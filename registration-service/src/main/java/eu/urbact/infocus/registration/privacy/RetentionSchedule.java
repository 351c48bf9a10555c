package eu.urbact.infocus.registration.privacy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * When something about a person has to be gone. Days are counted from the end of the workshop's last day, as the clocks of the venue
 * count it.
 *
 * @param logistics how long what was needed for the days of the workshop is kept
 * @param decision how long what was needed to decide is kept
 * @param evidence how long anything is kept
 */
public record RetentionSchedule(Duration logistics, Duration decision, Duration evidence) {

    /** Nothing is kept longer than the person. */
    public RetentionSchedule {
        if (logistics.isNegative()
                || decision.isNegative()
                || logistics.compareTo(evidence) > 0
                || decision.compareTo(evidence) > 0) {
            throw new IllegalArgumentException(
                    "nothing about a person can be kept longer than infocus.retention.evidence");
        }
    }

    public static RetentionSchedule of(RetentionConfig config) {
        return new RetentionSchedule(config.logistics(), config.decision(), config.evidence());
    }

    /** How long after the workshop's last day. */
    public Duration keptFor(Retention retention) {
        return switch (retention) {
            case LOGISTICS -> logistics;
            case DECISION -> decision;
            case EVIDENCE -> evidence;
        };
    }

    /** The first moment at which it may not be there any more, for a workshop that ends then and there. */
    public Instant dueAt(Retention retention, Instant workshopEnds, ZoneId zone) {
        // one that ends at midnight has no further day
        LocalDate lastDay = workshopEnds.minusNanos(1).atZone(zone).toLocalDate();
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant().plus(keptFor(retention));
    }

    /** What may not be there any more at this moment, for a workshop that ended then and there. */
    public Set<Retention> due(Instant workshopEnds, ZoneId zone, Instant now) {
        EnumSet<Retention> due = EnumSet.noneOf(Retention.class);
        for (Retention retention : Retention.values()) {
            if (!now.isBefore(dueAt(retention, workshopEnds, zone))) {
                due.add(retention);
            }
        }
        return due;
    }
}
