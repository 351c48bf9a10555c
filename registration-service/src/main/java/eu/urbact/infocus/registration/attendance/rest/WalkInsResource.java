package eu.urbact.infocus.registration.attendance.rest;

import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.registration.attendance.EraseWalkIn;

/** Those who came without a place, for organisers. */
@Path("/api/v1/admin/calls/{id}/walk-ins")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class WalkInsResource {

    private final EraseWalkIn eraseWalkIn;

    WalkInsResource(EraseWalkIn eraseWalkIn) {
        this.eraseWalkIn = eraseWalkIn;
    }

    @POST
    @Path("/{walkInId}/erasure")
    @Operation(
            summary = "Forget who walked in; that somebody did stays in the count",
            description =
                    "At any time, also when the lists are final. It cannot be undone. Doing it twice is harmless.")
    @APIResponse(responseCode = "204", description = "Name and organisation are gone")
    @APIResponse(responseCode = "409", description = "The person has an application and is forgotten with it")
    public void erase(@PathParam("id") UUID callId, @PathParam("walkInId") UUID walkInId) {
        if (!Problems.orThrow(eraseWalkIn.erase(callId, walkInId))) {
            throw Problems.notFound();
        }
    }
}
