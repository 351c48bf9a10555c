package eu.urbact.infocus.registration.call;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.SeatPlan;
import eu.urbact.infocus.registration.seat.Seats;

/**
 * Finds the days of a call that do not fit the present or its workshop, field by field. What stays as it is is not asked again: a call that
 * has run for weeks has days that are over, and its texts are changed all the same.
 */
@ApplicationScoped
public class CallDays {

    private final Calls calls;
    private final Seats seats;
    private final Workshops workshops;
    private final Clock clock;

    CallDays(Calls calls, Seats seats, Workshops workshops, Clock clock) {
        this.calls = calls;
        this.seats = seats;
        this.workshops = workshops;
        this.clock = clock;
    }

    /** What is wrong with the days of a new call. */
    public List<FieldError> wrongOf(DraftCall.Command wanted) {
        return workshops
                .bySlug(wanted.workshopSlug())
                .map(workshop -> wrong(wanted, workshop, null, Map.of()))
                .orElse(List.of());
    }

    /** What is wrong with the days that are others than the call has. */
    public List<FieldError> wrongOf(UUID callId, DraftCall.Command wanted) {
        CallForParticipation before = calls.findById(callId);
        return wrong(wanted, workshops.findById(before.workshopId()), before, seats.handBackDays(callId));
    }

    /** What is wrong with the closing time of a call for this workshop. */
    public List<FieldError> wrongOfClosing(String workshopSlug, Instant closesAt) {
        return workshops
                .bySlug(workshopSlug)
                .flatMap(workshop -> CallDaysPolicy.closing(closesAt, workshop))
                .map(message -> List.of(new FieldError("closesAt", message)))
                .orElse(List.of());
    }

    private List<FieldError> wrong(
            DraftCall.Command wanted,
            Workshop workshop,
            CallForParticipation before,
            Map<BucketCode, LocalDate> daysBefore) {
        List<FieldError> errors = new ArrayList<>();
        if (before == null || !before.closesAsBefore(wanted.closesAt())) {
            CallDaysPolicy.closing(wanted.closesAt(), workshop)
                    .ifPresent(message -> errors.add(new FieldError("closesAt", message)));
        }
        boolean decidesAsBefore = before != null
                && before.closesAsBefore(wanted.closesAt())
                && before.decidesBy().equals(Optional.ofNullable(wanted.decidesBy()));
        if (wanted.decidesBy() != null && !decidesAsBefore) {
            Instant closes = Optional.ofNullable(before)
                    .flatMap(CallForParticipation::closedEarlyAt)
                    .orElse(wanted.closesAt());
            CallDaysPolicy.decision(wanted.decidesBy(), closes, wanted.zone(), workshop)
                    .ifPresent(message -> errors.add(new FieldError("decidesBy", message)));
        }
        boolean opensAsBefore = before != null
                && wanted.opensAt().equals(before.opensAt())
                && wanted.zone().equals(before.zone());
        for (int i = 0; i < wanted.seats().size(); i++) {
            SeatPlan bucket = wanted.seats().get(i);
            LocalDate day = bucket.handBackOn();
            if (day == null) {
                continue;
            }
            boolean asBefore = day.equals(daysBefore.get(bucket.code()));
            Optional<String> message = Optional.empty();
            if (!asBefore) {
                message = CallDaysPolicy.handBack(day, wanted.opensAt(), wanted.zone(), workshop, clock.instant());
            } else if (!opensAsBefore) {
                message = CallDaysPolicy.handBackWithin(day, wanted.opensAt(), wanted.zone(), workshop);
            }
            String field = "buckets[" + i + "].handBackOn";
            message.ifPresent(words -> errors.add(new FieldError(field, words)));
        }
        return errors;
    }
}
