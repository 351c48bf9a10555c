package eu.urbact.infocus.chassis.inbox;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the inbox works. */
@ConfigMapping(prefix = "infocus.inbox")
public interface InboxConfig {

    /** The first wait when a dependency is down; doubled with each try up to {@link #longestBackoff()}. */
    @WithDefault("0.25s")
    Duration firstBackoff();

    /** The longest wait between two tries. There is no last try. */
    @WithDefault("5s")
    Duration longestBackoff();

    /** How long ids of events that took effect are remembered; longer than any topic keeps its events. */
    @WithDefault("60d")
    Duration remember();
}
