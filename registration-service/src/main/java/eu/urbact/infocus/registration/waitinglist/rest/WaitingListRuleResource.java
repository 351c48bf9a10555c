package eu.urbact.infocus.registration.waitinglist.rest;

import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.seat.Seats;
import eu.urbact.infocus.registration.waitinglist.WaitingListRule;
import eu.urbact.infocus.registration.waitinglist.WaitingLists;

/** How the waiting list works, for everybody who thinks of applying. */
@Path("/api/v1/calls/{id}/waiting-list-rule")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class WaitingListRuleResource {

    /** The rule in plain words, sentence by sentence in the order in which it works. */
    public record WaitingListRuleText(UUID callId, List<String> sentences) {}

    private final Calls calls;
    private final WaitingLists lists;
    private final Seats seats;
    private final Caller caller;

    WaitingListRuleResource(Calls calls, WaitingLists lists, Seats seats, Caller caller) {
        this.calls = calls;
        this.lists = lists;
        this.seats = seats;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Say how the waiting list works",
            description =
                    "Made from the call's own settings and kinds of places. A draft's is found by organisers only.")
    public WaitingListRuleText show(@PathParam("id") UUID id) {
        CallForParticipation call = calls.findByIdOptional(id)
                .filter(found -> found.isPublic() || caller.isOrganiser())
                .orElseThrow(Problems::notFound);
        return new WaitingListRuleText(
                id,
                WaitingListRule.sentences(
                        lists.of(id).settings(), WaitingListRule.Places.of(seats.of(id), call.zone())));
    }
}
