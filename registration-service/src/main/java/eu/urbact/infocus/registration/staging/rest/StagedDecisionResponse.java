package eu.urbact.infocus.registration.staging.rest;

import java.time.Instant;
import java.util.UUID;

import eu.urbact.infocus.registration.application.Decision;
import eu.urbact.infocus.registration.application.ReasonCode;
import eu.urbact.infocus.registration.staging.StagedDecision;

/**
 * What is staged for one application.
 *
 * @param note what the person will be told with it
 * @param bucket where the seat is to be taken; null for the rule of the call
 * @param step the act of staging, which can be taken back as a whole
 * @param stagedBy the name of the organiser's account
 * @param mine whether that is the caller's
 */
public record StagedDecisionResponse(
        UUID applicationId,
        Decision decision,
        ReasonCode reasonCode,
        String note,
        String bucket,
        UUID step,
        String stagedBy,
        boolean mine,
        Instant stagedAt) {

    /** Says who in words. */
    public static StagedDecisionResponse of(StagedDecision staged, String stagedBy, boolean mine) {
        return new StagedDecisionResponse(
                staged.applicationId(),
                staged.decision(),
                staged.reasonCode(),
                staged.note(),
                staged.bucket() == null ? null : staged.bucket().value(),
                staged.stepId(),
                stagedBy,
                mine,
                staged.stagedAt());
    }
}
