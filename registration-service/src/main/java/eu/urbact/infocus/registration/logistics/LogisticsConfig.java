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

    /** How long before the freeze time those who still have something to say are reminded, e.g. {@code 7d}. */
    @WithDefault("7d")
    Duration remindBefore();

    /** How long organisers are left in peace after a mail about requests that wait for them, e.g. {@code 1d}. */
    @WithDefault("1d")
    Duration tellChangesEvery();

    /** How long before something begins organisers are told of a request about it at once, e.g. {@code 48h}. */
    @WithDefault("48h")
    Duration changesSoon();

    /** How long somebody has had a place before they are reminded, e.g. {@code 1d}, so that nobody gets two mails in one hour. */
    @WithDefault("1d")
    Duration letSettle();
}
