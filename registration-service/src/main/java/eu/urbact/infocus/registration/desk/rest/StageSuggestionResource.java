package eu.urbact.infocus.registration.desk.rest;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.desk.StageSuggestion;
import eu.urbact.infocus.registration.organiser.rest.SeenVersions;
import eu.urbact.infocus.registration.suggestion.Proposal;

/** Taking a suggestion over as the plan. */
@Path("/api/v1/admin/calls/{id}/suggestion/staging")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class StageSuggestionResource {

    /** Which proposals can be staged. */
    public enum Staged {
        ADMIT,
        WAITLIST
    }

    /** Which proposals are staged. */
    public record SuggestionRequest(@NotEmpty Set<@NotNull Staged> proposals) {

        Set<Proposal.Kind> kinds() {
            Set<Proposal.Kind> kinds = EnumSet.noneOf(Proposal.Kind.class);
            proposals.forEach(proposal -> kinds.add(Proposal.Kind.valueOf(proposal.name())));
            return kinds;
        }
    }

    private final Calls calls;
    private final StageSuggestion stageSuggestion;
    private final SeenVersions seenVersions;
    private final Idempotency idempotency;

    StageSuggestionResource(
            Calls calls, StageSuggestion stageSuggestion, SeenVersions seenVersions, Idempotency idempotency) {
        this.calls = calls;
        this.stageSuggestion = stageSuggestion;
        this.seenVersions = seenVersions;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            summary = "Stage a suggestion as a whole",
            description =
                    "If-Match is the entity tag of the suggestion that was looked at. What is staged already stays and is reported.")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = StagingStepsResource.StepResponse.class)),
            description = "Staged, for those that are not listed as refused")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = StagingStepsResource.StepResponse.class)),
            description = "Nothing was staged for anybody")
    @APIResponse(
            responseCode = "412",
            description =
                    "The suggestion has changed since it was looked at; the members by, yourself and at say who changed last what it is made of, and when")
    @APIResponse(
            responseCode = "422",
            description = "Values that cannot be accepted, field by field, or these are too many at once")
    public Response stage(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @Valid @NotNull SuggestionRequest request) {
        Problems.requireFound(calls.findByIdOptional(id));
        String fingerprint =
                EntityTags.seen(ifMatch).map(seen -> seen.replace("\"", "")).orElse(null);
        return idempotency.once(
                "stage suggestion " + id,
                idempotencyKey,
                request,
                () -> StagingStepsResource.answer(
                        id,
                        seenVersions.orThrow(
                                stageSuggestion.stage(id, fingerprint, request.kinds()),
                                CommonProblem.STALE,
                                () -> stageSuggestion.lastChange(id))));
    }
}
