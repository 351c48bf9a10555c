package eu.urbact.infocus.registration.attendance;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The door. */
@ConfigMapping(prefix = "infocus.attendance")
public interface AttendanceConfig {

    /** How long after a workshop's last day its lists can still be put right, e.g. {@code 14d}: what was written on paper is entered late. */
    @WithDefault("14d")
    Duration settling();

    /** How long after a workshop's last day the names of walk-ins are kept, e.g. {@code 180d}: until the evidence has been accepted. */
    @WithDefault("180d")
    Duration keepWalkIns();
}
