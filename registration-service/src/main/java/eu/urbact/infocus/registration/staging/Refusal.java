package eu.urbact.infocus.registration.staging;

import java.time.Instant;
import java.util.UUID;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.chassis.problem.ProblemType;

/**
 * Why nothing was staged or released for one application.
 *
 * @param by the account that was quicker, as the audit trail calls it; null when the refusal is about nobody
 * @param byName the name of that account
 * @param yourself whether that account is the caller's own
 * @param at when they did it, or null
 */
public record Refusal(
        UUID applicationId, ProblemType type, String detail, String by, String byName, boolean yourself, Instant at) {

    static Refusal of(UUID applicationId, ProblemType type, String detail) {
        return new Refusal(applicationId, type, detail, null, null, false, null);
    }

    static Refusal of(UUID applicationId, Verdict.Refused refused) {
        return of(applicationId, refused.type(), refused.detail());
    }
}
