package eu.urbact.infocus.registration.suggestion.rest;

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
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.Seats;
import eu.urbact.infocus.registration.suggestion.SuggestSelection;

/** How places are given, for everybody who thinks of applying. */
@Path("/api/v1/calls/{id}/admission-rule")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class AdmissionRuleResource {

    /**
     * The rule in plain words, sentence by sentence in the order in which it works.
     *
     * @param seatsFor for whom there are seats at all
     */
    public record AdmissionRule(UUID callId, List<String> sentences, List<SeatsFor> seatsFor) {}

    /** For whom some of the seats are. */
    public enum SeatsFor {
        CITIES,
        CONTRIBUTORS,
        EVERYBODY;

        static SeatsFor of(BucketCode code) {
            if (code.equals(BucketCode.OPEN)) {
                return EVERYBODY;
            }
            return code.equals(BucketCode.CONTRIBUTORS) ? CONTRIBUTORS : CITIES;
        }
    }

    private final Calls calls;
    private final SuggestSelection suggestSelection;
    private final Seats seats;
    private final Caller caller;

    AdmissionRuleResource(Calls calls, SuggestSelection suggestSelection, Seats seats, Caller caller) {
        this.calls = calls;
        this.suggestSelection = suggestSelection;
        this.seats = seats;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Say how places are given",
            description =
                    "Made from the same goals that suggestions to the organisers follow. A draft's is found by organisers"
                            + " only.")
    public AdmissionRule show(@PathParam("id") UUID id) {
        Problems.requireFound(calls.findByIdOptional(id).filter(call -> call.isPublic() || caller.isOrganiser()));
        List<SeatsFor> seatsFor = seats.of(id).stream()
                .filter(bucket -> bucket.limit() > 0)
                .map(bucket -> SeatsFor.of(bucket.code()))
                .distinct()
                .sorted()
                .toList();
        return new AdmissionRule(id, suggestSelection.rule(id), seatsFor);
    }
}
