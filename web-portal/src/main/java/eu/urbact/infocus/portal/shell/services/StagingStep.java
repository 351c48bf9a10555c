package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.List;

/**
 * What came of staging for many.
 *
 * @param step takes the whole back; null when nothing was staged
 * @param refused those for whom nothing was staged
 */
public record StagingStep(String step, int staged, List<Left> refused) {

    /** Completes what a service left out. */
    public StagingStep {
        refused = refused == null ? List.of() : refused;
    }

    /**
     * Somebody who was left as they are.
     *
     * @param by who was quicker, if that is why
     */
    public record Left(String applicationId, String type, String detail, String by, Instant at) {}
}
