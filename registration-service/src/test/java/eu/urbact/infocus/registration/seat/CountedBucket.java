package eu.urbact.infocus.registration.seat;

import java.time.LocalDate;
import java.util.UUID;

/** Seats as the database counts them, for tests of rules that are about them. */
public final class CountedBucket extends SeatBucket {

    private final int held;

    private CountedBucket(BucketCode code, String label, int limit, int held, LocalDate handBackOn) {
        super(UUID.randomUUID(), code, label, limit, handBackOn);
        this.held = held;
    }

    public static SeatBucket of(BucketCode code, String label, int limit, int held) {
        return new CountedBucket(code, label, limit, held, null);
    }

    /** One whose unused seats are given back. */
    public static SeatBucket until(BucketCode code, String label, LocalDate handBackOn) {
        return new CountedBucket(code, label, 3, 0, handBackOn);
    }

    @Override
    public int held() {
        return held;
    }
}
