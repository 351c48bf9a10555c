package eu.urbact.infocus.registration.desk.rest;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.registration.application.ApplicationFilter;
import eu.urbact.infocus.registration.application.Decision;
import eu.urbact.infocus.registration.application.ReasonCode;
import eu.urbact.infocus.registration.application.Traits;
import eu.urbact.infocus.registration.application.rest.ApplicationQuery;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.organiser.Organisers;
import eu.urbact.infocus.registration.staging.Intent;
import eu.urbact.infocus.registration.staging.Seen;
import eu.urbact.infocus.registration.staging.StageDecisions;
import eu.urbact.infocus.registration.staging.StagedDecision;
import eu.urbact.infocus.registration.staging.StagedDecisions;
import eu.urbact.infocus.registration.staging.TakeBackStaged;
import eu.urbact.infocus.registration.staging.rest.RefusalResponse;

/** Staging for many at once: for those that are named, or for all that a list shows. */
@Path("/api/v1/admin/calls/{id}/staging-steps")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class StagingStepsResource {

    /**
     * One of those that are named.
     *
     * @param tag the row's tag as the list has shown it; without it whatever there is counts as seen
     */
    public record Chosen(@NotNull UUID id, @Size(max = 100) String tag) {

        private static final Seen NEVER = new Seen(-1, null);

        StageDecisions.Target target() {
            return new StageDecisions.Target(
                    id, tag == null ? null : Seen.parse(tag).orElse(NEVER));
        }
    }

    /** What a list was narrowed by; the same as the list's parameters. */
    public record Matching(
            @Pattern(regexp = ApplicationQuery.STATES, message = ApplicationQuery.NO_SUCH_STATE)
            String state,

            @Pattern(regexp = ApplicationQuery.CITIES, message = ApplicationQuery.NO_SUCH_CITY) @Size(max = 50)
            String city,

            @Pattern(regexp = ApplicationQuery.PROFILES, message = ApplicationQuery.NO_SUCH_PROFILE)
            String profile,

            @Pattern(regexp = ApplicationQuery.WORDS, message = "must not hold characters that cannot be shown")
            @Size(max = 100)
            String q,

            @Pattern(regexp = DeskQuery.STAGED, message = DeskQuery.NO_SUCH_STAGE)
            String staged,

            Boolean unvoted,
            Boolean newcomer,
            Boolean contributor,

            @Pattern(regexp = ApplicationQuery.CLUSTERS, message = ApplicationQuery.NO_SUCH_CLUSTER) @Size(max = 100)
            String cluster,

            @Pattern(regexp = ApplicationQuery.BUCKETS, message = ApplicationQuery.NO_SUCH_BUCKET) @Size(max = 60)
            String bucket) {

        ApplicationFilter filter(UUID callId, String caller) {
            List<ApplicationFilter.Narrowing> narrowings = new ArrayList<>(
                    new Traits(newcomer, contributor, orNull(cluster), orNull(bucket)).narrowings(callId));
            narrowings.addAll(DeskQuery.narrowings(staged, Boolean.TRUE.equals(unvoted), caller));
            return ApplicationQuery.filter(callId, state, city, q, profile, narrowings, "appliedAt");
        }

        private static String orNull(String value) {
            return value == null || value.isEmpty() ? null : value;
        }
    }

    /**
     * What is to be staged, and for whom: either {@code applications} or {@code matching}.
     *
     * @param reasonCode needed for declining
     * @param note told to each person at the release
     * @param bucket where the seats are to be taken; without it the rule of the call says
     * @param expected how many the list has shown to match; needed with {@code matching}
     * @param replace whether something that somebody else has staged is to be replaced; for those that are named
     */
    public record StepRequest(
            @NotNull Decision decision,
            ReasonCode reasonCode,
            @Size(max = 1_000) @SafeText(multiline = true) String note,

            @Pattern(
                    regexp = "OPEN|CONTRIBUTORS|CITY:[a-z]+(-[a-z]+)*",
                    message = "must be OPEN, CONTRIBUTORS or CITY: and a city's id")
            String bucket,

            @Size(min = 1, max = StageDecisions.AT_ONCE) List<@Valid @NotNull Chosen> applications,
            @Valid Matching matching,
            @Min(0) Long expected,
            Boolean replace) {

        Intent intent() {
            return Intent.of(decision, reasonCode, note, bucket);
        }

        List<FieldError> errors() {
            List<FieldError> errors = new ArrayList<>();
            if ((applications == null) == (matching == null)) {
                errors.add(new FieldError("applications", "must be given, or matching, and not both"));
            }
            if (matching != null && expected == null) {
                errors.add(new FieldError("expected", "must say how many the list has shown"));
            }
            if (decision == Decision.DECLINE && reasonCode == null) {
                errors.add(new FieldError("reasonCode", "must be chosen for declining"));
            }
            return errors;
        }
    }

    /**
     * What came of it.
     *
     * @param step takes the whole back; null when nothing was staged
     * @param refused those for whom nothing was staged, and why
     */
    public record StepResponse(UUID step, int staged, List<RefusalResponse> refused) {}

    /**
     * An act of staging.
     *
     * @param staged how many of it are still staged
     * @param by the name of the organiser's account, or null when nothing is left
     */
    public record Step(UUID step, int staged, String by, Instant at) {}

    private final Calls calls;
    private final StagedDecisions stagedDecisions;
    private final StageDecisions stageDecisions;
    private final TakeBackStaged takeBackStaged;
    private final Organisers organisers;
    private final Idempotency idempotency;
    private final Caller caller;

    StagingStepsResource(
            Calls calls,
            StagedDecisions stagedDecisions,
            StageDecisions stageDecisions,
            TakeBackStaged takeBackStaged,
            Organisers organisers,
            Idempotency idempotency,
            Caller caller) {
        this.calls = calls;
        this.stagedDecisions = stagedDecisions;
        this.stageDecisions = stageDecisions;
        this.takeBackStaged = takeBackStaged;
        this.organisers = organisers;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Stage the same decision for many",
            description = "For all that match, the filter is evaluated again, and what is staged already stays.")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = StepResponse.class)),
            description = "Staged, for those that are not listed as refused")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = StepResponse.class)),
            description = "Nothing was staged for anybody")
    @APIResponse(responseCode = "412", description = "Others match than those that were seen")
    @APIResponse(responseCode = "422", description = "The request is incomplete, or these are too many at once")
    public Response stage(
            @PathParam("id") UUID id,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @Valid @NotNull StepRequest request) {
        checkCall(id);
        List<FieldError> errors = request.errors();
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return idempotency.once("stage " + id, idempotencyKey, request, () -> {
            StageDecisions.Result result = request.matching() == null
                    ? stageDecisions.stage(
                            id,
                            request.applications().stream().map(Chosen::target).toList(),
                            request.intent(),
                            Boolean.TRUE.equals(request.replace()))
                    : Problems.orThrow(stageDecisions.stageMatching(
                            request.matching().filter(id, caller.actor()), request.expected(), request.intent()));
            return answer(id, result);
        });
    }

    @GET
    @Path("/{step}")
    @Operation(summary = "Show what is left of one act of staging")
    public Step show(@PathParam("id") UUID id, @PathParam("step") UUID step) {
        checkCall(id);
        List<StagedDecision> staged = stagedDecisions.ofStep(id, step);
        if (staged.isEmpty()) {
            throw Problems.notFound();
        }
        StagedDecision first = staged.get(0);
        return new Step(step, staged.size(), organisers.nameOf(first.stagedBy()), first.stagedAt());
    }

    @DELETE
    @Path("/{step}")
    @Operation(
            summary = "Take back one act of staging as a whole",
            description =
                    "What has been staged anew, decided or released since then stays as it is. Whoever sends the request again by which"
                            + " it was staged, be it with the same key, stages it anew.")
    @APIResponse(responseCode = "204", description = "Nothing of it is staged any more")
    @APIResponse(responseCode = "409", description = "Somebody else has staged it, and others is not true")
    public Response takeBack(
            @PathParam("id") UUID id,
            @PathParam("step") UUID step,
            @QueryParam("others") @DefaultValue("false") boolean others) {
        checkCall(id);
        takeBackStaged
                .takeBackStep(id, step, others)
                .map(RefusalResponse::problem)
                .ifPresent(problem -> {
                    throw problem;
                });
        return Response.noContent().build();
    }

    static Response answer(UUID callId, StageDecisions.Result result) {
        StepResponse body =
                new StepResponse(result.stepId(), result.staged().size(), RefusalResponse.of(result.refused()));
        return result.stepId() == null
                ? Response.ok(body).build()
                : Response.created(URI.create("/api/v1/admin/calls/" + callId + "/staging-steps/" + result.stepId()))
                        .entity(body)
                        .build();
    }

    private void checkCall(UUID id) {
        Problems.requireFound(calls.findByIdOptional(id));
    }
}
