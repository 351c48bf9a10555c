package eu.urbact.infocus.registration.call.rest;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.CallQuestions;
import eu.urbact.infocus.registration.call.Calls;

/** Calls for participation, for everybody. */
@Path("/api/v1/calls")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class CallsResource {

    private final Calls calls;
    private final CallQuestions questions;
    private final Clock clock;

    CallsResource(Calls calls, CallQuestions questions, Clock clock) {
        this.calls = calls;
        this.questions = questions;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "List the calls that have been opened, newest first",
            description = "workshop: the slug of one workshop")
    public List<CallResponse> list(@QueryParam("workshop") String workshop) {
        return calls.published(workshop).stream()
                .map(call -> CallResponse.of(call, questions.asked(call), clock.instant()))
                .toList();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Show one call; a draft is not found")
    public CallResponse show(@PathParam("id") UUID id) {
        return calls.current(id)
                .filter(CallForParticipation::isPublic)
                .map(call -> CallResponse.of(call, questions.asked(call), clock.instant()))
                .orElseThrow(Problems::notFound);
    }
}
