package eu.urbact.infocus.registration.call;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.SeatBucket;
import eu.urbact.infocus.registration.seat.SeatPlan;
import eu.urbact.infocus.registration.seat.Seats;

/** Whether new sizes of buckets leave every city what it has promised. Whoever asks has locked the buckets, so that no more is promised meanwhile. */
@ApplicationScoped
class KeepPromises {

    private final Seats seats;
    private final PromisedSeats promises;

    KeepPromises(Seats seats, PromisedSeats promises) {
        this.seats = seats;
        this.promises = promises;
    }

    /** When these are to be all buckets of the call. */
    Verdict whenAll(UUID callId, List<SeatPlan> plan) {
        Map<BucketCode, Integer> limits = plan.stream().collect(Collectors.toMap(SeatPlan::code, SeatPlan::limit));
        return seats.now(callId).stream()
                .map(bucket -> shrink(callId, bucket, limits.getOrDefault(bucket.code(), 0)))
                .filter(Verdict.Refused.class::isInstance)
                .findFirst()
                .orElse(Verdict.allowed());
    }

    /** When one bucket of the call gets this size. */
    Verdict whenOne(UUID callId, BucketCode code, int limit) {
        return seats.now(callId).stream()
                .filter(bucket -> bucket.code().equals(code))
                .map(bucket -> shrink(callId, bucket, limit))
                .findFirst()
                .orElseThrow();
    }

    private Verdict shrink(UUID callId, SeatBucket bucket, int limit) {
        return bucket.code()
                .cityId()
                .map(city -> PromisePolicy.shrink(bucket, promises.promised(callId, city), limit))
                .orElse(Verdict.allowed());
    }
}
