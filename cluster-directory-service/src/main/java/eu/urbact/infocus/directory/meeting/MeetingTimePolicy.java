package eu.urbact.infocus.directory.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.directory.programmeview.HostedWorkshop;

/** Meetings belong to a workshop that was announced, and begin and end on its days, as they are counted at its venue. */
final class MeetingTimePolicy {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private MeetingTimePolicy() {}

    /**
     * Whether a room can be arranged like this.
     *
     * @param announced the workshop; empty when none with this id was announced
     * @param room slots, and when the first one begins
     */
    static Verdict arrange(Optional<HostedWorkshop> announced, MeetingDay.Room room) {
        if (announced.isEmpty()) {
            return Verdict.refused(
                    MeetingPlanProblem.WORKSHOP_NOT_ANNOUNCED,
                    "No workshop with this id has been announced to the cluster directory. If it has only just been created,"
                            + " please try again in a minute.");
        }
        HostedWorkshop workshop = announced.get();
        LocalDate first = day(workshop, workshop.startsAt());
        LocalDate last = day(workshop, workshop.endsAt());
        if (room.startsAt() == null
                || (!day(workshop, room.startsAt()).isBefore(first)
                        && !day(workshop, end(room)).isAfter(last))) {
            return Verdict.allowed();
        }
        return Verdict.refused(
                MeetingPlanProblem.OUTSIDE_THE_WORKSHOP,
                "The workshop lasts from " + DAY.format(first) + " to " + DAY.format(last) + " (" + workshop.zone()
                        + "). All slots have to lie on these days.");
    }

    /** The last moment of the last slot, so that midnight still belongs to the day before. */
    private static Instant end(MeetingDay.Room room) {
        return room.startsAt()
                .plus(Duration.ofMinutes((long) room.slots() * room.minutes()))
                .minusNanos(1);
    }

    private static LocalDate day(HostedWorkshop workshop, Instant moment) {
        return LocalDate.ofInstant(moment, workshop.zone());
    }
}
