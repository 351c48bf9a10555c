package eu.urbact.infocus.registration.desk.rest;

import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.registration.application.ApplicationFilter;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.staging.ReadPlan;
import eu.urbact.infocus.registration.staging.StageDecisions;
import eu.urbact.infocus.registration.staging.rest.PlanResponse;
import eu.urbact.infocus.registration.staging.rest.PlanResponses;

/** The room as it would be with all that a list shows. */
@Path("/api/v1/admin/calls/{id}/plan/matching")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class PlanOfListResource {

    private final Calls calls;
    private final Applications applications;
    private final ReadPlan readPlan;
    private final PlanResponses responses;
    private final Caller caller;

    PlanOfListResource(
            Calls calls, Applications applications, ReadPlan readPlan, PlanResponses responses, Caller caller) {
        this.calls = calls;
        this.applications = applications;
        this.readPlan = readPlan;
        this.responses = responses;
        this.caller = caller;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Show the room as it would be with all that a list shows",
            description =
                    "Those for whom something is staged as it is staged, the others as if they were admitted, but for those"
                            + " who cannot be; withStaged also with all that is staged for anybody else. Changes nothing. The"
                            + " entity tag is that of the whole plan.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PlanResponse.class)),
            description = "The room as it would be")
    @APIResponse(responseCode = "404", description = "There is no such call")
    @APIResponse(responseCode = "422", description = "The list shows more than can be staged at once")
    public Response show(
            @PathParam("id") UUID id,
            @QueryParam("withStaged") boolean withStaged,
            @Valid @NotNull StagingStepsResource.Matching matching) {
        Problems.requireFound(calls.findByIdOptional(id));
        ApplicationFilter filter = matching.filter(id, caller.actor());
        StageDecisions.tooMany(applications.count(filter)).ifPresent(refused -> {
            throw Problems.of(refused.type(), refused.detail());
        });
        List<UUID> people = applications.ids(filter, StageDecisions.AT_ONCE);
        return responses.answer(id, withStaged ? readPlan.with(id, people) : readPlan.of(id, people));
    }
}
