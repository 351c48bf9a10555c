package eu.urbact.infocus.registration.draft.rest;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.registration.application.rest.ApplyRequest;
import eu.urbact.infocus.registration.draft.Draft;
import eu.urbact.infocus.registration.draft.DraftEntries;
import eu.urbact.infocus.registration.draft.Drafts;
import eu.urbact.infocus.registration.draft.SaveDraft;
import eu.urbact.infocus.registration.draft.SendDraft;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** An application that is being written. Whoever holds its token has it; the token stands in a header, so that no log of addresses has it. */
@Path("/api/v1/self-service/draft")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class DraftResource {

    private static final String NOT_AS_SEEN = "The draft has been saved since it was looked at";

    /** The header with the token of a draft. */
    static final String TOKEN_HEADER = "Application-Draft";

    /** A draft to send. */
    public record SubmissionRequest(@NotNull Boolean privacyAccepted) {}

    /** The answer to a draft that was sent; the same whether or not the address is known already. */
    public record SentDraft(Instant receivedAt, String state) {}

    private final SaveDraft saveDraft;
    private final SendDraft sendDraft;
    private final Drafts drafts;
    private final Findings findings;
    private final DraftResponses responses;
    private final Clock clock;

    DraftResource(
            SaveDraft saveDraft,
            SendDraft sendDraft,
            Drafts drafts,
            Findings findings,
            DraftResponses responses,
            Clock clock) {
        this.saveDraft = saveDraft;
        this.sendDraft = sendDraft;
        this.drafts = drafts;
        this.findings = findings;
        this.responses = responses;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Show the draft, and what stands in the way of sending it")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = DraftResponse.class)))
    @APIResponse(responseCode = "404", description = "There is no such draft, or not any more")
    public Response show(@HeaderParam(TOKEN_HEADER) String token) {
        return drafts.find(token, clock.instant()).map(this::answer).orElseThrow(DraftResource::unknown);
    }

    @PATCH
    @Transactional
    @Operation(
            summary = "Save what was entered on a page",
            description =
                    "Replaces what is given and leaves the rest. Wrong entries are kept, too, and named; answers to what the"
                            + " call does not ask, or asks in another way, are left out.")
    @APIResponse(
            responseCode = "200",
            description = "Saved",
            content = @Content(schema = @Schema(implementation = DraftResponse.class)))
    @APIResponse(responseCode = "404", description = "There is no such draft, or not any more")
    @APIResponse(responseCode = "409", description = "It has been sent")
    @APIResponse(responseCode = "412", description = NOT_AS_SEEN + ", and this would change it")
    public Response save(
            @HeaderParam(TOKEN_HEADER) String token,
            @Parameter(description = EntityTags.MAY_BE_LEFT_OUT) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull DraftEntries entries) {
        Findings.requireCanBeKept(entries);
        return answer(Problems.orThrow(saveDraft.save(token, seen(ifMatch), entries)));
    }

    @DELETE
    @Operation(summary = "Give up the draft; what was entered is deleted at once")
    @APIResponse(responseCode = "204", description = "There is no such draft any more")
    @APIResponse(responseCode = "412", description = NOT_AS_SEEN)
    public void discard(
            @HeaderParam(TOKEN_HEADER) String token,
            @Parameter(description = EntityTags.MAY_BE_LEFT_OUT) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        if (saveDraft.discard(token, seen(ifMatch)) instanceof Verdict.Refused refused) {
            throw Problems.of(refused.type(), refused.detail());
        }
    }

    @POST
    @Path("/submission")
    @Transactional
    @Operation(
            summary = "Send the draft; it becomes an application and is emptied",
            description = "Needs no Idempotency-Key: a draft is sent once, and sending it again gets the same answer.")
    @APIResponse(
            responseCode = "201",
            description = "Received; this is not a place yet",
            content = @Content(schema = @Schema(implementation = SentDraft.class)))
    @APIResponse(responseCode = "404", description = "There is no such draft, or not any more")
    @APIResponse(responseCode = "409", description = "The call does not take applications any more; the draft is kept")
    @APIResponse(responseCode = "412", description = NOT_AS_SEEN)
    public Response send(
            @HeaderParam(TOKEN_HEADER) String token,
            @Parameter(description = EntityTags.MAY_BE_LEFT_OUT) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull SubmissionRequest request) {
        Draft draft = Problems.orThrow(sendDraft.take(token, seen(ifMatch)));
        if (draft.isSent()) {
            return sent(draft.sentAt());
        }
        DraftEntries entries = findings.stillAsked(draft);
        List<FieldError> errors = findings.ofSending(draft.callId(), entries, request.privacyAccepted());
        // the deadline first: nobody shall mend what cannot be sent any more
        if (responses.accepts(draft) instanceof Verdict.Refused refused) {
            throw Problems.of(refused.type(), refused.detail());
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        ApplyRequest application = findings.request(draft.callId(), entries, true);
        return sent(Problems.orThrow(sendDraft.send(token, application.person(), application.answers())));
    }

    /** What the caller has looked at; null when it does not matter, as to a program that shows the draft to nobody and sends no tag. */
    private static String seen(String ifMatch) {
        return ifMatch == null ? null : EntityTags.seen(ifMatch).orElse(null);
    }

    private Response answer(Draft draft) {
        return Response.ok(responses.of(draft))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.ETAG, draft.tag())
                .build();
    }

    private static Response sent(Instant receivedAt) {
        return Response.status(Response.Status.CREATED)
                .location(URI.create("/api/v1/self-service/application"))
                .entity(new SentDraft(receivedAt, "RECEIVED"))
                .build();
    }

    private static RuntimeException unknown() {
        return Problems.of(RegistrationProblem.DRAFT_UNKNOWN, "It was given up, or nobody has saved it for some days.");
    }
}
