package eu.urbact.infocus.registration.staging.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkiverse.resteasy.problem.HttpProblem;

import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.problem.WhoWasQuicker;
import eu.urbact.infocus.registration.staging.Refusal;

/**
 * Why one application was left as it is.
 *
 * @param type as in problem details
 * @param detail for people
 * @param by the name of the account that was quicker, if that is the reason
 * @param yourself whether that account is the caller's own
 * @param at when
 */
public record RefusalResponse(UUID applicationId, String type, String detail, String by, boolean yourself, Instant at) {

    static RefusalResponse of(Refusal refusal) {
        return new RefusalResponse(
                refusal.applicationId(),
                Problems.uri(refusal.type()).toString(),
                refusal.detail(),
                refusal.byName(),
                refusal.yourself(),
                refusal.at());
    }

    /** The same for many. */
    public static List<RefusalResponse> of(List<Refusal> refusals) {
        return refusals.stream().map(RefusalResponse::of).toList();
    }

    /** A refusal that is the whole answer. Who was quicker, and when, are members of the problem. */
    public static HttpProblem problem(Refusal refusal) {
        if (refusal.type().equals(CommonProblem.NOT_FOUND)) {
            return Problems.notFound();
        }
        return Problems.of(
                refusal.type(),
                refusal.detail(),
                refusal.by() == null
                        ? Map.of()
                        : WhoWasQuicker.members(refusal.byName(), refusal.yourself(), refusal.at()));
    }
}
