package eu.urbact.infocus.portal.shell.time;

import java.time.Instant;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Where the business clock stands; the same settings as in the services. Without settings it shows the real time. */
@ConfigMapping(prefix = "infocus.clock")
interface ClockConfig {

    /** The instant that the clock shows at {@link #since()}, e.g. {@code 2016-10-10T08:00:00Z}. */
    Optional<Instant> start();

    /** The real instant at which the clock showed {@link #start()}. By default the start of this process. */
    Optional<Instant> since();
}
