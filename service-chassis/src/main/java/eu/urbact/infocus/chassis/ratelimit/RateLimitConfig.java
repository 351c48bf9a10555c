package eu.urbact.infocus.chassis.ratelimit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who is slowed down, and when. */
@ConfigMapping(prefix = "infocus.rate-limit")
public interface RateLimitConfig {

    /**
     * Whose word about the client's address is believed: addresses or networks ({@code 10.1.0.0/16}), separated by commas. The portal
     * is one. Whatever anybody else writes into {@code X-Forwarded-For} is ignored.
     */
    @WithDefault("127.0.0.0/8,::1/128")
    List<String> trustedProxies();

    /** The limits, by a name that stands in metrics. A request may fall under several. */
    Map<String, Limit> limits();

    /** One limit; each source of requests has its own count. */
    interface Limit {

        /** Beginnings of the paths it is about, separated by commas. */
        List<String> paths();

        /** The request method it is about; all when absent. */
        Optional<String> method();

        /** What counts. */
        @WithDefault("REQUESTS")
        Counted counts();

        /** How many are allowed at once, and in each {@link #per()} when it goes on. */
        long allowed();

        /** In which time that many are allowed, e.g. {@code 1m}. */
        Duration per();
    }

    /** What a limit counts. */
    enum Counted {
        /** Every request. */
        REQUESTS,
        /** Only those that were answered with 404: whoever has a link that works is never slowed down by using it. */
        NOT_FOUND
    }
}
