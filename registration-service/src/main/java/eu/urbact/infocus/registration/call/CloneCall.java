package eu.urbact.infocus.registration.call;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.SeatBucket;
import eu.urbact.infocus.registration.seat.SeatPlan;
import eu.urbact.infocus.registration.seat.Seats;

/**
 * Drafts the call of another workshop from an earlier one: its texts, room, buckets and questions, and what other features know about how it
 * is to work; never its people.
 */
@ApplicationScoped
public class CloneCall {

    private final Calls calls;
    private final Seats seats;
    private final CallQuestions questions;
    private final DraftCall draftCall;
    private final Workshops workshops;
    private final Event<CallCloned> cloned;
    private final Clock clock;

    CloneCall(
            Calls calls,
            Seats seats,
            CallQuestions questions,
            DraftCall draftCall,
            Workshops workshops,
            Event<CallCloned> cloned,
            Clock clock) {
        this.calls = calls;
        this.seats = seats;
        this.questions = questions;
        this.draftCall = draftCall;
        this.workshops = workshops;
        this.cloned = cloned;
        this.clock = clock;
    }

    /**
     * Drafts it; refused for what {@link DraftCall} refuses. Cities are promised what they were promised, also where they have handed seats
     * back since. Days on which they do so keep their distance to the closing time, as does the day of the decision; one that would not fit the new call, or would have come
     * already, is left out, and so are all days of a call without open seats: without them nothing is handed back.
     *
     * @param workshopSlug the workshop that the new call is for
     */
    @Transactional
    public Outcome<UUID> cloneFor(UUID callId, String workshopSlug, Instant opensAt, Instant closesAt, ZoneId zone) {
        CallForParticipation earlier = calls.findById(callId);
        long days = ChronoUnit.DAYS.between(
                LocalDate.ofInstant(earlier.plannedClosesAt(), earlier.zone()), LocalDate.ofInstant(closesAt, zone));
        Optional<Workshop> workshop = workshops.bySlug(workshopSlug);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        boolean hasOpenSeats = seats.has(callId, BucketCode.OPEN);
        List<SeatPlan> plan = planned(seats.of(callId)).stream()
                .map(bucket -> new SeatPlan(
                        bucket.code(),
                        bucket.label(),
                        bucket.limit(),
                        Optional.ofNullable(bucket.handBackOn())
                                .filter(day -> hasOpenSeats)
                                .map(day -> day.plusDays(days))
                                .filter(today::isBefore)
                                .filter(day -> workshop.filter(
                                                known -> CallDaysPolicy.handBackWithin(day, opensAt, zone, known)
                                                        .isEmpty())
                                        .isPresent())
                                .orElse(null)))
                .toList();
        Outcome<UUID> drafted = draftCall.draft(new DraftCall.Command(
                workshopSlug,
                opensAt,
                closesAt,
                zone,
                earlier.capacity(),
                earlier.eligibility(),
                earlier.offered(),
                earlier.notOffered(),
                earlier.skipModerationForDelegations(),
                plan,
                questions.asked(earlier),
                earlier.decidesBy()
                        .map(day -> day.plusDays(days))
                        .filter(day -> workshop.filter(known -> CallDaysPolicy.decision(day, closesAt, zone, known)
                                        .isEmpty())
                                .isPresent())
                        .orElse(null)));
        if (drafted instanceof Outcome.Done<UUID> done) {
            cloned.fire(new CallCloned(callId, done.value()));
        }
        return drafted;
    }

    /** The buckets as they were before cities handed seats back, as far as these are still among the open ones. */
    private static List<SeatPlan> planned(List<SeatBucket> buckets) {
        int open = buckets.stream()
                .filter(bucket -> bucket.code().equals(BucketCode.OPEN))
                .mapToInt(SeatBucket::limit)
                .sum();
        int left = open;
        List<SeatPlan> planned = new ArrayList<>();
        for (SeatBucket bucket : buckets) {
            int again = Math.min(bucket.handedBack(), left);
            left -= again;
            planned.add(new SeatPlan(bucket.code(), bucket.label(), bucket.limit() + again, bucket.handBackOn()));
        }
        int stay = left;
        return planned.stream()
                .map(bucket -> bucket.code().equals(BucketCode.OPEN)
                        ? new SeatPlan(bucket.code(), bucket.label(), stay, null)
                        : bucket)
                .toList();
    }
}
