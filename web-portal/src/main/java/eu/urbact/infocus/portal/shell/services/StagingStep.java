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
     * @param yourself whether that was the caller
     */
    public record Left(String applicationId, String type, String detail, String by, boolean yourself, Instant at) {

        /** Whether something was staged for them already, which they keep. */
        public boolean isStaged() {
            return "urn:infocus:problem:staged-by-other".equals(type);
        }
    }
}
