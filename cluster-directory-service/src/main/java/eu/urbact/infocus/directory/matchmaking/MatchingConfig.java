package eu.urbact.infocus.directory.matchmaking;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How matches are kept ready, and explainable. */
@ConfigMapping(prefix = "infocus.matching")
interface MatchingConfig {

    /**
     * How often to look whether the directory has changed and to compute what the next readers will ask for.
     *
     * @return a duration such as {@code 2s}; {@code off} for never
     */
    String readyEvery();

    /**
     * For how many versions of the data, of those of which somebody was shown scores, these can still be explained. One takes less
     * than thirty kilobytes for the network, one or two megabytes for ten thousand clusters.
     *
     * @return the newest that are kept
     */
    @WithDefault("1000")
    @Min(1)
    int keptVersions();
}
