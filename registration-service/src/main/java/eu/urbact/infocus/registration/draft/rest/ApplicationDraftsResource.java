package eu.urbact.infocus.registration.draft.rest;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.draft.DraftEntries;
import eu.urbact.infocus.registration.draft.SaveDraft;

/** Beginning to write an application, without an account. */
@Path("/api/v1/application-drafts")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class ApplicationDraftsResource {

    /** A draft to begin. */
    public record BeginRequest(
            @NotNull UUID callId, @Valid @NotNull DraftEntries entries) {}

    /** A draft that has been begun, with the token that opens it. */
    public record BegunDraft(String token, DraftResponse draft) {}

    private final SaveDraft saveDraft;
    private final Calls calls;
    private final DraftResponses responses;

    ApplicationDraftsResource(SaveDraft saveDraft, Calls calls, DraftResponses responses) {
        this.saveDraft = saveDraft;
        this.calls = calls;
        this.responses = responses;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Begin an application that is written page by page",
            description = "Needs no Idempotency-Key: one that is begun twice is a draft that nobody sends.")
    @APIResponse(
            responseCode = "201",
            description = "Begun; the token opens it, and is told only here",
            content = @Content(schema = @Schema(implementation = BegunDraft.class)))
    @APIResponse(responseCode = "409", description = "The call does not take applications now")
    public Response begin(@Valid @NotNull BeginRequest request) {
        Findings.requireCanBeKept(request.entries());
        if (calls.current(request.callId())
                .filter(CallForParticipation::isPublic)
                .isEmpty()) {
            throw Problems.invalid(List.of(new FieldError("callId", "there is no such call")));
        }
        SaveDraft.Begun begun = Problems.orThrow(saveDraft.begin(request.callId(), request.entries()));
        return Response.created(URI.create("/api/v1/self-service/draft"))
                .entity(new BegunDraft(begun.token(), responses.of(begun.draft())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
