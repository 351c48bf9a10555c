package eu.urbact.infocus.registration.call;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.SeatBucket;
import eu.urbact.infocus.registration.seat.Seats;

/**
 * Seats that a city has not used by its hand-back date become open to all, from the beginning of that day in the call's zone on. Cities
 * whose day has come follow each other in the order of their ids. People who have a seat of their city keep it, and for each of its
 * nominees about whom nobody has decided yet one seat stays; its invitations end with that day.
 */
@ApplicationScoped
public class HandBackSeats {

    private static final List<CallState> RUNNING = List.of(CallState.OPEN, CallState.CLOSED);

    private final Calls calls;
    private final Seats seats;
    private final PromisedSeats promises;
    private final AuditTrail audit;
    private final Clock clock;

    HandBackSeats(Calls calls, Seats seats, PromisedSeats promises, AuditTrail audit, Clock clock) {
        this.calls = calls;
        this.seats = seats;
        this.promises = promises;
        this.audit = audit;
        this.clock = clock;
    }

    /** The calls for which something is to be handed back. */
    @Transactional
    public List<UUID> due() {
        return calls.list("state in ?1", RUNNING).stream()
                .filter(call -> !due(call).isEmpty())
                .map(CallForParticipation::id)
                .toList();
    }

    /** Whether something is to be handed back in this call; asked without locking anybody out. */
    @Transactional
    public boolean isDue(UUID callId) {
        CallForParticipation call = calls.findById(callId);
        return RUNNING.contains(call.state()) && !due(call).isEmpty();
    }

    /**
     * Hands back what is due in this call and says how many seats that were. Seats that become free later, when somebody of the city
     * withdraws after its date or a nominee is not admitted, follow the next time.
     */
    @Transactional
    public int handBack(UUID callId) {
        // the call first and the buckets after it, as everybody does who changes limits
        CallForParticipation call = calls.toChange(callId);
        int handedBack = 0;
        for (SeatBucket bucket : due(call)) {
            int free = unused(callId, bucket);
            if (seats.move(callId, bucket.code(), BucketCode.OPEN, free) instanceof Outcome.Done<Integer>) {
                handedBack += free;
                audit.record(
                        "system",
                        "seats-handed-back",
                        "call",
                        callId.toString(),
                        Map.of("bucket", bucket.code().value(), "seats", free, "date", bucket.handBackOn()));
            }
        }
        return handedBack;
    }

    /**
     * Before a seat is given: what is everybody's from the beginning of a day on is so at once, whether its time has been noticed or not.
     * In a transaction of its own, which whoever asks has to wait for without holding a call or a bucket.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settle(UUID callId) {
        if (isDue(callId)) {
            QuarkusTransaction.requiringNew().run(() -> handBack(callId));
        }
    }

    /** The cities' buckets whose day has come: each seat that becomes free there, and is not promised, is open to all. */
    @Transactional
    public Set<BucketCode> whoseDayHasCome(UUID callId) {
        CallForParticipation call = calls.findById(callId);
        return RUNNING.contains(call.state())
                ? passed(call).stream().map(SeatBucket::code).collect(Collectors.toSet())
                : Set.of();
    }

    private List<SeatBucket> passed(CallForParticipation call) {
        Instant now = clock.instant();
        List<SeatBucket> buckets = seats.of(call.id());
        return buckets.stream()
                .filter(bucket -> HandBackPolicy.isDue(buckets, bucket.code(), call.zone(), now))
                .toList();
    }

    private List<SeatBucket> due(CallForParticipation call) {
        return passed(call).stream()
                .filter(bucket -> unused(call.id(), bucket) > 0)
                .sorted(Comparator.comparing(bucket -> bucket.code().value()))
                .toList();
    }

    private int unused(UUID callId, SeatBucket bucket) {
        return bucket.free()
                - promises.promised(callId, bucket.code().cityId().orElseThrow())
                        .inAll();
    }
}
