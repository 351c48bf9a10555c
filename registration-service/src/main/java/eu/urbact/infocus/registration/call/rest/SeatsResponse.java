package eu.urbact.infocus.registration.call.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.seat.SeatBucket;

/** The room: how many seats there are, are held and are free, in all and per bucket. */
public record SeatsResponse(UUID callId, int capacity, int held, int free, List<Bucket> buckets) {

    /** One bucket; {@code held} counts people who are admitted or have an offer. */
    public record Bucket(String code, String label, int limit, int held, int free, LocalDate handBackOn) {

        static Bucket of(SeatBucket bucket) {
            return new Bucket(
                    bucket.code().value(),
                    bucket.label(),
                    bucket.limit(),
                    bucket.held(),
                    bucket.free(),
                    bucket.handBackOn());
        }
    }

    static SeatsResponse of(CallForParticipation call, List<SeatBucket> buckets) {
        int held = buckets.stream().mapToInt(SeatBucket::held).sum();
        return new SeatsResponse(
                call.id(),
                call.capacity(),
                held,
                call.capacity() - held,
                buckets.stream().map(Bucket::of).toList());
    }
}
