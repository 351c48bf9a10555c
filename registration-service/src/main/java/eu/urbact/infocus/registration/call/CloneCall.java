package eu.urbact.infocus.registration.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.registration.seat.SeatPlan;
import eu.urbact.infocus.registration.seat.Seats;

/** Drafts the call of another workshop from an earlier one: its texts, room, buckets and questions, never its people. */
@ApplicationScoped
public class CloneCall {

    private final Calls calls;
    private final Seats seats;
    private final CallQuestions questions;
    private final DraftCall draftCall;

    CloneCall(Calls calls, Seats seats, CallQuestions questions, DraftCall draftCall) {
        this.calls = calls;
        this.seats = seats;
        this.questions = questions;
        this.draftCall = draftCall;
    }

    /**
     * Drafts it; refused for what {@link DraftCall} refuses. Days on which seats are handed back keep their distance to the closing time.
     *
     * @param workshopSlug the workshop that the new call is for
     */
    @Transactional
    public Outcome<UUID> cloneFor(UUID callId, String workshopSlug, Instant opensAt, Instant closesAt, ZoneId zone) {
        CallForParticipation earlier = calls.findById(callId);
        long days = ChronoUnit.DAYS.between(
                LocalDate.ofInstant(earlier.closesAt(), earlier.zone()), LocalDate.ofInstant(closesAt, zone));
        List<SeatPlan> plan = seats.of(callId).stream()
                .map(bucket -> new SeatPlan(
                        bucket.code(),
                        bucket.label(),
                        bucket.limit(),
                        bucket.handBackOn() == null ? null : bucket.handBackOn().plusDays(days)))
                .toList();
        return draftCall.draft(new DraftCall.Command(
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
                questions.asked(earlier)));
    }
}
