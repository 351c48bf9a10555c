package eu.urbact.infocus.chassis.ratelimit;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;

/**
 * Counts per limit and source, in this process's memory and nowhere else; a source that has been quiet for long enough is forgotten.
 * What is used up comes back little by little.
 */
final class RateLimits {

    /** More sources than this at the same time are no visitors; the quietest are forgotten. */
    private static final long SOURCES = 100_000;

    /**
     * A limit that a request falls under.
     *
     * @param name for metrics
     */
    record Limit(
            String name,
            List<String> paths,
            String method,
            RateLimitConfig.Counted counts,
            long allowed,
            Duration per) {

        boolean isAbout(String requestMethod, String path) {
            return (method == null || method.equals(requestMethod))
                    && paths.stream().anyMatch(path::startsWith);
        }
    }

    /** The source has used up a limit, and has to wait. */
    record Exceeded(Limit limit, Duration comeBackIn) {}

    private record Key(String limit, String source) {}

    private final List<Limit> limits;
    private final TimeMeter time;
    private final Cache<Key, Bucket> buckets;

    RateLimits(List<Limit> limits, TimeMeter time) {
        this.limits = List.copyOf(limits);
        this.time = time;
        Duration longest =
                limits.stream().map(Limit::per).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        // after twice its time everything has come back: a forgotten source is one that never asked
        this.buckets = Caffeine.newBuilder()
                .maximumSize(SOURCES)
                .expireAfterAccess(longest.multipliedBy(2))
                .build();
    }

    /** The limits that a request falls under. */
    List<Limit> about(String method, String path) {
        return limits.stream().filter(limit -> limit.isAbout(method, path)).toList();
    }

    /** Counts the request where requests are counted; says which limit is used up, also where only what failed is counted. */
    Optional<Exceeded> arrived(List<Limit> about, String source) {
        for (Limit limit : about) {
            Bucket bucket = bucket(limit, source);
            boolean allowed = limit.counts() == RateLimitConfig.Counted.REQUESTS
                    ? bucket.tryConsume(1)
                    : bucket.getAvailableTokens() > 0;
            if (!allowed) {
                EstimationProbe probe = bucket.estimateAbilityToConsume(1);
                return Optional.of(new Exceeded(limit, Duration.ofNanos(probe.getNanosToWaitForRefill())));
            }
        }
        return Optional.empty();
    }

    /** Counts a request that was answered with 404. */
    void notFound(List<Limit> about, String source) {
        about.stream()
                .filter(limit -> limit.counts() == RateLimitConfig.Counted.NOT_FOUND)
                .forEach(limit -> bucket(limit, source).tryConsume(1));
    }

    private Bucket bucket(Limit limit, String source) {
        return buckets.get(new Key(limit.name(), source), key -> Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit.allowed()).refillGreedy(limit.allowed(), limit.per()))
                .withCustomTimePrecision(time)
                .build());
    }
}
