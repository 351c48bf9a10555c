package eu.urbact.infocus.registration.application.rest;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.registration.application.SubmitApplication;

/** Applying, without an account. */
@Path("/api/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class ApplicationsResource {

    /** The answer to everybody; where the application stands is only told by mail. */
    public record ReceiptResponse(UUID id, Instant receivedAt, String state) {}

    private final SubmitApplication submitApplication;
    private final ApplyChecks applyChecks;
    private final Idempotency idempotency;

    ApplicationsResource(SubmitApplication submitApplication, ApplyChecks applyChecks, Idempotency idempotency) {
        this.submitApplication = submitApplication;
        this.applyChecks = applyChecks;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            summary = "Apply for a place",
            description =
                    "The answer is the same whether or not this address has applied before; a person who has is told by mail.")
    @APIResponse(
            responseCode = "201",
            description = "Received; this is not a place yet",
            content = @Content(schema = @Schema(implementation = ReceiptResponse.class)))
    @APIResponse(responseCode = "409", description = "The call does not take applications now")
    @APIResponse(responseCode = "412", description = "A question has been changed at this moment; read them again")
    public Response apply(
            @HeaderParam(Idempotency.HEADER) String idempotencyKey, @Valid @NotNull ApplyRequest request) {
        return idempotency.once("apply", idempotencyKey, request, () -> {
            applyChecks.require(request);
            SubmitApplication.Receipt receipt =
                    Problems.orThrow(submitApplication.submit(request.callId(), request.person(), request.answers()));
            return Response.created(URI.create("/api/v1/self-service/application"))
                    .entity(new ReceiptResponse(receipt.id(), receipt.receivedAt(), "RECEIVED"))
                    .build();
        });
    }
}
