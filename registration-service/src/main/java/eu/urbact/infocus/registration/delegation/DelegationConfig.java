package eu.urbact.infocus.registration.delegation;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Delegations of partner cities. */
@ConfigMapping(prefix = "infocus.delegation")
public interface DelegationConfig {

    /**
     * How long after an invitation its reminder is sent when nobody has answered, e.g. {@code 5d}; earlier, halfway, for whoever has less
     * than twice that time to answer, and not within a day.
     */
    @WithDefault("5d")
    Duration remindAfter();

    /**
     * How long after an invitation has ended its person is forgotten when they have not applied through it, e.g. {@code 30d}. Who has
     * applied is forgotten together with the application.
     */
    @WithDefault("30d")
    Duration forgetAfter();
}
