package eu.urbact.infocus.registration.call;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.SeatBucket;

/** When the unused seats of a city become open to all: from the beginning of its hand-back day in the call's zone on. */
public final class HandBackPolicy {

    private HandBackPolicy() {}

    /**
     * The first instant at which the bucket has no seats to give any more.
     *
     * @param all the call's buckets; seats are handed back only where there are open ones
     * @return empty for a bucket that keeps its seats
     */
    public static Optional<Instant> handsBackAt(List<SeatBucket> all, BucketCode code, ZoneId zone) {
        if (code.cityId().isEmpty()
                || all.stream().noneMatch(bucket -> bucket.code().equals(BucketCode.OPEN))) {
            return Optional.empty();
        }
        return all.stream()
                .filter(bucket -> bucket.code().equals(code) && bucket.handBackOn() != null)
                .findFirst()
                .map(bucket -> bucket.handBackOn().atStartOfDay(zone).toInstant());
    }

    /** Whether any city of the call, which tells its times in this zone, hands back what it does not use. */
    public static boolean handsBack(List<SeatBucket> all, ZoneId zone) {
        return all.stream()
                .anyMatch(bucket -> handsBackAt(all, bucket.code(), zone).isPresent());
    }

    /** Whether that instant has come: what is free in the bucket belongs to all, or is promised to somebody who waits for a decision. */
    public static boolean isDue(List<SeatBucket> all, BucketCode code, ZoneId zone, Instant now) {
        return handsBackAt(all, code, zone).filter(at -> !now.isBefore(at)).isPresent();
    }

    /**
     * Whether a call with these buckets can be made public now: not when a city would lose its seats, and for good, before anybody could
     * apply for them.
     *
     * @param opensAt from when people may apply; a time that has passed means now
     */
    static Verdict opening(List<SeatBucket> all, ZoneId zone, Instant opensAt, Instant now) {
        boolean later = opensAt.isAfter(now);
        return all.stream()
                .filter(bucket -> isDue(all, bucket.code(), zone, later ? opensAt : now))
                .findFirst()
                .map(bucket -> Verdict.refused(
                        RegistrationProblem.HAND_BACK_PASSED,
                        "The seats of %s would be handed back at once: their day, %s, %s. Choose a later day or none, then open the call."
                                .formatted(
                                        bucket.label(),
                                        CallDaysPolicy.DAY.format(bucket.handBackOn()),
                                        later ? "will have come when people may apply" : "has come")))
                .orElse(Verdict.allowed());
    }
}
