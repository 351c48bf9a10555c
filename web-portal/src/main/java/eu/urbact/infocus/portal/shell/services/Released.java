package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.List;

/** What came of a release, and those who are still staged. */
public record Released(Release release, List<StagingStep.Left> kept) {

    /** Completes what a service left out. */
    public Released {
        kept = kept == null ? List.of() : kept;
    }

    /** A release in numbers. */
    public record Release(
            String id,
            String releasedBy,
            Instant releasedAt,
            int planned,
            int admitted,
            int waitlisted,
            int declined,
            int kept) {}
}
