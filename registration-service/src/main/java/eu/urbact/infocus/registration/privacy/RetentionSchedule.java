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

    /** The first moment at which it may not be there any more, for a workshop with this last day. */
    public Instant dueAt(Retention retention, LocalDate lastDay, ZoneId zone) {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant().plus(keptFor(retention));
    }

    /** What may not be there any more at this moment, for a workshop with this last day. */
    public Set<Retention> due(LocalDate lastDay, ZoneId zone, Instant now) {
        EnumSet<Retention> due = EnumSet.noneOf(Retention.class);
        for (Retention retention : Retention.values()) {
            if (!now.isBefore(dueAt(retention, lastDay, zone))) {
                due.add(retention);
            }
        }
        return due;
    }
}
