package eu.urbact.infocus.registration.staging.rest;

import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
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
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.staging.Plan;
import eu.urbact.infocus.registration.staging.ReadPlan;
import eu.urbact.infocus.registration.staging.StageDecisions;

/** What is staged for a call as a whole: the room as it would be, and who would be told what. */
@Path("/api/v1/admin/calls/{id}/plan")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class PlanResource {

    /** Some of the people who have applied. */
    public record Selection(
            @NotNull @Size(max = StageDecisions.AT_ONCE) List<@NotNull UUID> applicationIds) {}

    private final Calls calls;
    private final ReadPlan readPlan;
    private final PlanResponses responses;

    PlanResource(Calls calls, ReadPlan readPlan, PlanResponses responses) {
        this.calls = calls;
        this.readPlan = readPlan;
        this.responses = responses;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Show the room as it would be after everything staged has been released, and who would be told")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PlanResponse.class)),
            description = "The plan; its entity tag is needed to release it")
    public Response show(@PathParam("id") UUID id) {
        checkCall(id);
        return responses.answer(id, readPlan.all(id));
    }

    @POST
    @Path("/selection")
    @Transactional
    @Operation(
            summary = "Show the same for some of the people",
            description =
                    "Those of them for whom something is staged as it is staged, the others as if they were admitted, but for"
                            + " those who cannot be; withStaged also with all that is staged for anybody else. Changes nothing."
                            + " The entity tag is that of the whole plan.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PlanResponse.class)),
            description = "The room as it would be")
    public Response select(
            @PathParam("id") UUID id,
            @QueryParam("withStaged") boolean withStaged,
            @Valid @NotNull Selection selection) {
        checkCall(id);
        List<UUID> people = selection.applicationIds();
        return responses.answer(id, withStaged ? readPlan.with(id, people) : readPlan.of(id, people));
    }

    static String tag(Plan plan) {
        return "\"" + plan.fingerprint() + "\"";
    }

    private void checkCall(UUID id) {
        Problems.requireFound(calls.findByIdOptional(id));
    }
}
