package eu.urbact.infocus.chassis.outbox;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the relay works. */
@ConfigMapping(prefix = "infocus.outbox")
public interface OutboxConfig {

    /** How long the relay sleeps when nobody wakes it: the delay of a fact whose wake-up got lost. */
    @WithDefault("0.25s")
    Duration pollInterval();

    /**
     * How long the relay lets facts gather after the first has woken it. A look costs the same for one row as for twenty, so in a rush
     * this is what keeps the relay from taking the processor away from those who make the facts.
     */
    @WithDefault("0.01s")
    Duration gatherFor();

    /** How many rows one look reads, and so how many keys are under way at most. */
    @WithDefault("100")
    int batch();

    /** The first wait after a send that failed; doubled with each further failure up to {@link #longestBackoff()}. */
    @WithDefault("0.5s")
    Duration firstBackoff();

    /** The longest wait between two tries of one row. A row is tried for ever. */
    @WithDefault("5s")
    Duration longestBackoff();

    /** How long a sent row is kept, for questions and for replay by hand. */
    @WithDefault("7d")
    Duration keepSent();
}
