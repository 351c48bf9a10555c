package eu.urbact.infocus.registration.draft;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Applications that are being written. */
@ConfigMapping(prefix = "infocus.draft")
public interface DraftConfig {

    /** How long a draft is kept after it was last saved. Long enough to ask a colleague or a superior, short enough for what nobody has sent. */
    @WithDefault("14d")
    Duration keptFor();
}
