package eu.urbact.infocus.registration.attendance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.FinalLists;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;

/**
 * Finds the door of a call's workshop: its days, where each stands, and how full it is. A day on which somebody came stays, also when the
 * workshop is moved afterwards: it is part of the evidence, and what was written down by mistake must be taken back.
 */
@ApplicationScoped
public class Doors implements FinalLists {

    /**
     * One day at one door.
     *
     * @param finalFrom from when on its lists stay as they are
     */
    public record Day(
            CallForParticipation call, Workshop workshop, WorkshopDay day, DayStatus status, Instant finalFrom) {

        public LocalDate date() {
            return day.date();
        }

        /** Whether somebody stands on the list of this day: of one that is none of the workshop's any more nobody was missing. */
        public boolean concerns(Attendee person) {
            return day.isOfWorkshop() || person.checkedInAt() != null;
        }

        /** Whether anything can be written down about this day now. */
        Verdict write() {
            return DoorPolicy.write(status, LocalDate.ofInstant(finalFrom, workshop.zone()));
        }

        /** Done when the day is over, and who did not come is known. */
        public Outcome<LocalDate> whenOver() {
            return DoorPolicy.noShows(status) instanceof Verdict.Refused refused
                    ? Outcome.refused(refused)
                    : Outcome.done(date());
        }
    }

    private final Calls calls;
    private final Workshops workshops;
    private final CheckIns checkIns;
    private final AttendanceConfig config;
    private final Clock clock;

    Doors(Calls calls, Workshops workshops, CheckIns checkIns, AttendanceConfig config, Clock clock) {
        this.calls = calls;
        this.workshops = workshops;
        this.checkIns = checkIns;
        this.config = config;
        this.clock = clock;
    }

    /** The days of the call's workshop and those on which somebody came, in order; empty when there is no such call, or only a draft. */
    public List<Day> days(UUID callId) {
        return open(callId)
                .map(call -> {
                    Workshop workshop = workshops.findById(call.workshopId());
                    return WorkshopDay.of(workshop, checkIns.days(callId)).stream()
                            .map(day -> day(call, workshop, day))
                            .toList();
                })
                .orElse(List.of());
    }

    /** One of them; empty when there is no such day. */
    public Optional<Day> day(UUID callId, LocalDate date) {
        return open(callId).flatMap(call -> {
            Workshop workshop = workshops.findById(call.workshopId());
            // a queue waits at the door: nobody looks for other days while the workshop is where it was
            return WorkshopDay.of(workshop).stream()
                    .filter(day -> day.date().equals(date))
                    .findFirst()
                    .or(() -> WorkshopDay.of(workshop, checkIns.days(callId)).stream()
                            .filter(day -> day.date().equals(date))
                            .findFirst())
                    .map(day -> day(call, workshop, day));
        });
    }

    private Optional<CallForParticipation> open(UUID callId) {
        return calls.findByIdOptional(callId).filter(CallForParticipation::isPublic);
    }

    private Day day(CallForParticipation call, Workshop workshop, WorkshopDay day) {
        return new Day(
                call, workshop, day, day.status(clock.instant(), config.settling()), day.finalFrom(config.settling()));
    }

    @Override
    public Instant finalFrom(Workshop workshop) {
        return WorkshopDay.of(workshop).get(0).finalFrom(config.settling());
    }

    /** How full each day is. */
    public Map<LocalDate, DayCount> counts(List<Day> days) {
        if (days.isEmpty()) {
            return Map.of();
        }
        UUID callId = days.get(0).call().id();
        Map<LocalDate, Long> checkedIn = checkIns.countByDay(callId);
        Map<LocalDate, Long> walkIns = checkIns.walkInsByDay(callId);
        return days.stream().collect(Collectors.toMap(Day::date, day -> {
            long came = checkedIn.getOrDefault(day.date(), 0L);
            long expected = day.day().isOfWorkshop() ? checkIns.expected(callId, day.day()) : came;
            return new DayCount(expected, came, walkIns.getOrDefault(day.date(), 0L));
        }));
    }

    /** How full this day is. */
    public DayCount count(Day day) {
        return counts(List.of(day)).get(day.date());
    }
}
