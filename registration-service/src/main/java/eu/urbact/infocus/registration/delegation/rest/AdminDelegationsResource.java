package eu.urbact.infocus.registration.delegation.rest;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.delegation.Invitations;

/** All cities side by side, for the organisers. */
@Path("/api/v1/admin/calls/{callId}/delegations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class AdminDelegationsResource {

    private final Calls calls;
    private final Invitations invitations;
    private final Clock clock;

    AdminDelegationsResource(Calls calls, Invitations invitations, Clock clock) {
        this.calls = calls;
        this.invitations = invitations;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Show how each city has filled its reserved seats")
    public List<CityBalanceResponse> balance(@PathParam("callId") UUID callId) {
        Problems.requireFound(calls.findByIdOptional(callId));
        return invitations.balance(callId, clock.instant()).stream()
                .map(CityBalanceResponse::of)
                .toList();
    }
}
