package eu.urbact.infocus.registration.attendance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;

/** Finds the door of a call's workshop: its days, where each stands, and how full it is. */
@ApplicationScoped
public class Doors {

    /** One day at one door. */
    public record Day(CallForParticipation call, Workshop workshop, WorkshopDay day, DayStatus status) {

        public LocalDate date() {
            return day.date();
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

    /** The days of the call's workshop; empty when there is no such call, or only a draft. */
    public List<Day> days(UUID callId) {
        return calls.findByIdOptional(callId)
                .filter(CallForParticipation::isPublic)
                .map(call -> {
                    Workshop workshop = workshops.findById(call.workshopId());
                    return WorkshopDay.of(workshop).stream()
                            .map(day -> new Day(call, workshop, day, day.status(clock.instant(), config.settling())))
                            .toList();
                })
                .orElse(List.of());
    }

    /** One of them; empty when the workshop has no such day. */
    public Optional<Day> day(UUID callId, LocalDate date) {
        return days(callId).stream().filter(day -> day.date().equals(date)).findFirst();
    }

    /** How full each day is. */
    public Map<LocalDate, DayCount> counts(List<Day> days) {
        if (days.isEmpty()) {
            return Map.of();
        }
        UUID callId = days.get(0).call().id();
        long expected = checkIns.expected(callId);
        Map<LocalDate, Long> checkedIn = checkIns.countByDay(callId);
        Map<LocalDate, Long> walkIns = checkIns.walkInsByDay(callId);
        return days.stream()
                .map(Day::date)
                .collect(Collectors.toMap(
                        date -> date,
                        date -> new DayCount(
                                expected, checkedIn.getOrDefault(date, 0L), walkIns.getOrDefault(date, 0L))));
    }

    /** How full this day is. */
    public DayCount count(Day day) {
        return counts(List.of(day)).get(day.date());
    }
}
