package eu.urbact.infocus.registration.hotel;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Rooms that hotels keep. */
@ConfigMapping(prefix = "infocus.hotel")
public interface HotelConfig {

    /** How long before rooms go back those who have said nothing are reminded, e.g. {@code 7d}. */
    @WithDefault("7d")
    Duration remindBefore();

    /** How long before rooms go back organisers are told that people still wait for one, e.g. {@code 5d}. */
    @WithDefault("5d")
    Duration warnBefore();

    /** How long somebody has had a place before they are reminded, e.g. {@code 1d}, so that nobody gets two mails in one hour. */
    @WithDefault("1d")
    Duration letSettle();
}
