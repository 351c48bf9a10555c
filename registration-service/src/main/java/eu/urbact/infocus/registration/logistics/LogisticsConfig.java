package eu.urbact.infocus.registration.logistics;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The time after admission. */
@ConfigMapping(prefix = "infocus.logistics")
public interface LogisticsConfig {

    /** How long after a workshop's end diet and access needs are kept, e.g. {@code 7d}: until the last bill of a kitchen can be questioned. */
    @WithDefault("7d")
    Duration keepNeeds();
}
