package eu.urbact.infocus.registration.staging.rest;

import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.application.Decision;
import eu.urbact.infocus.registration.application.ReasonCode;
import eu.urbact.infocus.registration.organiser.Organisers;
import eu.urbact.infocus.registration.organiser.rest.SeenVersions;
import eu.urbact.infocus.registration.staging.Intent;
import eu.urbact.infocus.registration.staging.Seen;
import eu.urbact.infocus.registration.staging.StageDecisions;
import eu.urbact.infocus.registration.staging.StagedDecision;
import eu.urbact.infocus.registration.staging.StagedDecisions;
import eu.urbact.infocus.registration.staging.TakeBackStaged;

/** What is staged for one application. */
@Path("/api/v1/admin/applications/{id}/staged-decision")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class StagedDecisionResource {

    /**
     * What is to be staged.
     *
     * @param reasonCode needed for declining
     * @param note told to the person at the release
     * @param bucket where the seat is to be taken; without it the rule of the call says
     * @param replace whether something that somebody else has staged is to be replaced
     */
    public record StageRequest(
            @NotNull Decision decision,
            ReasonCode reasonCode,
            @Size(max = 1_000) @SafeText(multiline = true) String note,

            @Pattern(
                    regexp = "OPEN|CONTRIBUTORS|CITY:[a-z]+(-[a-z]+)*",
                    message = "must be OPEN, CONTRIBUTORS or CITY: and a city's id")
            String bucket,

            Boolean replace) {

        Intent intent() {
            return Intent.of(decision, reasonCode, note, bucket);
        }
    }

    /** Matches nothing that there is. */
    private static final Seen NEVER = new Seen(-1, null);

    private final Applications applications;
    private final StagedDecisions stagedDecisions;
    private final StageDecisions stageDecisions;
    private final TakeBackStaged takeBackStaged;
    private final Organisers organisers;

    StagedDecisionResource(
            Applications applications,
            StagedDecisions stagedDecisions,
            StageDecisions stageDecisions,
            TakeBackStaged takeBackStaged,
            Organisers organisers) {
        this.applications = applications;
        this.stagedDecisions = stagedDecisions;
        this.stageDecisions = stageDecisions;
        this.takeBackStaged = takeBackStaged;
        this.organisers = organisers;
    }

    @GET
    @Operation(summary = "Show what is staged for an application; not found when nothing is")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = StagedDecisionResponse.class)),
            description = "What is staged; the entity tag is needed to change it")
    public Response show(@PathParam("id") UUID id) {
        Application application = applications.findByIdOptional(id).orElseThrow(Problems::notFound);
        return answer(application, stagedDecisions.findByIdOptional(id).orElseThrow(Problems::notFound));
    }

    @PUT
    @Operation(
            summary = "Stage a decision; nobody is told, and no seat is taken",
            description =
                    "If-Match is the entity tag of the application, or of what is staged for it. Somebody else's staged decision is"
                            + " only replaced when the request says so.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = StagedDecisionResponse.class)),
            description = "Staged")
    @APIResponse(
            responseCode = "409",
            description = "Somebody else has staged something, or the state does not allow it")
    @APIResponse(responseCode = "412", description = SeenVersions.WHO_WAS_QUICKER)
    @APIResponse(
            responseCode = "422",
            description =
                    "The reason is missing or not true of the application (reason-not-true), the call has no such seats, or another value cannot be accepted")
    public Response stage(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull StageRequest request) {
        StageDecisions.Result result = stageDecisions.stage(
                null,
                List.of(new StageDecisions.Target(id, seen(ifMatch))),
                request.intent(),
                Boolean.TRUE.equals(request.replace()));
        if (!result.refused().isEmpty()) {
            throw RefusalResponse.problem(result.refused().get(0));
        }
        return answer(applications.findById(id), result.staged().get(0));
    }

    @DELETE
    @Operation(summary = "Take back what is staged")
    @APIResponse(responseCode = "204", description = "Nothing is staged any more")
    @APIResponse(responseCode = "409", description = "Somebody else has staged it, and others is not true")
    @APIResponse(responseCode = "412", description = SeenVersions.WHO_WAS_QUICKER)
    public Response takeBack(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("others") @DefaultValue("false") boolean others) {
        takeBackStaged
                .takeBack(id, seen(ifMatch), others)
                .map(RefusalResponse::problem)
                .ifPresent(problem -> {
                    throw problem;
                });
        return Response.noContent().build();
    }

    /** Null for {@code *}. */
    private static Seen seen(String ifMatch) {
        return EntityTags.seen(ifMatch)
                .map(seen -> Seen.parse(seen).orElse(NEVER))
                .orElse(null);
    }

    private Response answer(Application application, StagedDecision staged) {
        return Response.ok(StagedDecisionResponse.of(
                        staged, organisers.nameOf(staged.stagedBy()), organisers.isCaller(staged.stagedBy())))
                .header(HttpHeaders.ETAG, Seen.of(application, staged).tag())
                .build();
    }
}
