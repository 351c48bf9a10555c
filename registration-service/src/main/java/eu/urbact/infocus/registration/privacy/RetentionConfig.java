package eu.urbact.infocus.registration.privacy;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long data about people are kept after the last day of the workshop. */
@ConfigMapping(prefix = "infocus.retention")
public interface RetentionConfig {

    /** What was needed for the days of the workshop, e.g. {@code 30d}. */
    @WithDefault("30d")
    Duration logistics();

    /** What was needed to decide, e.g. {@code 90d}: long enough to answer whoever asks why. */
    @WithDefault("90d")
    Duration decision();

    /** Everything that is left about a person, e.g. {@code 180d}: until the programme has accepted the evidence. */
    @WithDefault("180d")
    Duration evidence();
}
