package eu.urbact.infocus.portal.shell.services;

import java.time.LocalDate;
import java.util.List;

/** The seats of a call. */
public record Seats(String callId, int capacity, int held, int free, List<Bucket> buckets) {

    /** Completes what a service left out. */
    public Seats {
        buckets = buckets == null ? List.of() : buckets;
    }

    /** Seats held, in percent of the capacity. */
    public int percent() {
        return percent(held, capacity);
    }

    /** Whether the call has such seats. */
    public boolean hasBucket(String code) {
        return buckets.stream().anyMatch(bucket -> code.equals(bucket.code()));
    }

    private static int percent(int held, int limit) {
        return limit <= 0 ? 0 : Math.min(100, Math.round(held * 100f / limit));
    }

    /** Seats that are kept for somebody. */
    public record Bucket(String code, String label, int limit, int held, int free, LocalDate handBackOn) {

        /** Seats held, in percent of the limit. */
        public int percent() {
            return Seats.percent(held, limit);
        }

        /** Whether no seat is left. */
        public boolean isFull() {
            return free <= 0;
        }
    }
}
