package eu.urbact.infocus.registration.suggestion;

import java.util.List;

import eu.urbact.infocus.registration.application.Profile;
import eu.urbact.infocus.registration.seat.BucketCode;

/**
 * The room as it is filled now.
 *
 * @param capacity all seats
 * @param buckets the seats by bucket
 * @param holders who holds a seat
 * @param handsBack whether unused seats of a city become open ones on an agreed day
 */
public record Room(int capacity, List<Bucket> buckets, List<Holder> holders, boolean handsBack) {

    /**
     * Some of the seats.
     *
     * @param label for people, e.g. "Porto"
     * @param held how many are admitted, offered or kept
     * @param invited how many are promised to people who can still answer an invitation
     */
    public record Bucket(BucketCode code, String label, int limit, int held, int invited) {

        public int free() {
            return Math.max(0, limit - held);
        }
    }

    /** A person who holds a seat. */
    public record Holder(BucketCode bucket, String cityId, Profile profile, boolean newcomer) {}

    /** Whether any seats are for everybody, or can become so. */
    boolean hasOpenSeats() {
        return handsBack
                || buckets.stream().anyMatch(bucket -> bucket.code().equals(BucketCode.OPEN) && bucket.limit() > 0);
    }

    /** A partner city's name, as its bucket calls it. */
    public String cityName(String cityId) {
        return buckets.stream()
                .filter(bucket -> bucket.code().equals(BucketCode.city(cityId)))
                .map(Bucket::label)
                .findFirst()
                .orElse(cityId);
    }
}
