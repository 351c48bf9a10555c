package eu.urbact.infocus.chassis.inbox.rest;

import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.inbox.InboxFailures;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.validation.SafeText;

/** Parked and dead-lettered events. */
@Path("/api/v1/admin/inbox-failures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class InboxFailuresResource {

    /** Why an event is given up. */
    public record Discarding(
            @NotBlank @Size(max = 500) @SafeText String reason) {}

    private final InboxFailures failures;

    InboxFailuresResource(InboxFailures failures) {
        this.failures = failures;
    }

    @GET
    @Operation(summary = "List events that have not taken effect")
    public Page<InboxFailures.View> list(
            @QueryParam("kind") @Pattern(regexp = "PARKED|DEAD_LETTER") String kind,
            @QueryParam("state") @Pattern(regexp = "OPEN|REPLAYED|DISCARDED") String state,
            @Valid @BeanParam PageRequest page) {
        return failures.list(kind, state, page);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Show one event that has not taken effect")
    public InboxFailures.View show(@PathParam("id") UUID id) {
        return failures.find(id).orElseThrow(Problems::notFound);
    }

    @POST
    @Path("/{id}/replay")
    @Operation(
            summary = "Try it again",
            description = "acceptGap=true applies it although earlier events of its key are missing.")
    @APIResponse(
            responseCode = "200",
            description = "Applied",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InboxFailures.View.class)))
    @APIResponse(responseCode = "409", description = "It fails still, or somebody has replayed or discarded it before")
    public InboxFailures.View replay(
            @PathParam("id") UUID id, @QueryParam("acceptGap") @DefaultValue("false") boolean acceptGap) {
        show(id);
        return Problems.orThrow(failures.replay(id, acceptGap));
    }

    @POST
    @Path("/{id}/discarding")
    @Operation(summary = "Give it up, with a reason")
    @APIResponse(
            responseCode = "200",
            description = "Given up",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InboxFailures.View.class)))
    @APIResponse(responseCode = "409", description = "Somebody has replayed or discarded it before")
    public InboxFailures.View discard(@PathParam("id") UUID id, @Valid @NotNull Discarding discarding) {
        show(id);
        return Problems.orThrow(failures.discard(id, discarding.reason()));
    }
}
