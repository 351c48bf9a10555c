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
import eu.urbact.infocus.registration.call.CitiesOfCalls;

/** Calls for participation, for everybody. */
@Path("/api/v1/calls")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class CallsResource {

    private final Calls calls;
    private final CallQuestions questions;
    private final CitiesOfCalls cities;
    private final Clock clock;

    CallsResource(Calls calls, CallQuestions questions, CitiesOfCalls cities, Clock clock) {
        this.calls = calls;
        this.questions = questions;
        this.cities = cities;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "List the calls that have been opened, newest first",
            description = "workshop: the slug of one workshop")
    public List<CallResponse> list(@QueryParam("workshop") String workshop) {
        return calls.published(workshop).stream().map(this::response).toList();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Show one call; a draft is not found")
    public CallResponse show(@PathParam("id") UUID id) {
        return calls.current(id)
                .filter(CallForParticipation::isPublic)
                .map(this::response)
                .orElseThrow(Problems::notFound);
    }

    private CallResponse response(CallForParticipation call) {
        return CallResponse.of(call, questions.asked(call), cities.of(call), clock.instant());
    }
}
