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
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.suggestion.SuggestSelection;

/** How places are given, for everybody who thinks of applying. */
@Path("/api/v1/calls/{id}/admission-rule")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class AdmissionRuleResource {

    /** The rule in plain words, sentence by sentence in the order in which it works. */
    public record AdmissionRule(UUID callId, List<String> sentences) {}

    private final Calls calls;
    private final SuggestSelection suggestSelection;

    AdmissionRuleResource(Calls calls, SuggestSelection suggestSelection) {
        this.calls = calls;
        this.suggestSelection = suggestSelection;
    }

    @GET
    @Operation(
            summary = "Say how places are given",
            description = "Made from the same goals that suggestions to the organisers follow. A draft's is not found.")
    public AdmissionRule show(@PathParam("id") UUID id) {
        if (calls.findByIdOptional(id).filter(CallForParticipation::isPublic).isEmpty()) {
            throw Problems.notFound();
        }
        return new AdmissionRule(id, suggestSelection.rule(id));
    }
}
