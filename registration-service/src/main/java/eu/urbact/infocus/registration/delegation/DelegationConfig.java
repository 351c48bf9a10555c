package eu.urbact.infocus.registration.delegation;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Delegations of partner cities. */
@ConfigMapping(prefix = "infocus.delegation")
public interface DelegationConfig {

    /** How long after an invitation its reminder is sent when nobody has answered, e.g. {@code 5d}. */
    @WithDefault("5d")
    Duration remindAfter();
}
