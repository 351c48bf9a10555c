package eu.urbact.infocus.registration.selfservice.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.registration.application.EmailAddress;
import eu.urbact.infocus.registration.application.rest.MailAddress;
import eu.urbact.infocus.registration.selfservice.SendLinkAgain;

/** "Send me my link again." */
@Path("/api/v1/self-service/link-requests")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class LinkRequestsResource {

    /** Whose link is asked for; without a workshop, one for each that the address has applied to. */
    public record LinkRequest(
            @Size(max = 200) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "must be a workshop's short name")
            String workshopSlug,

            @NotBlank @Size(max = 254) @MailAddress String email) {}

    /** The answer to everybody. */
    public record LinkRequestResponse(String state) {}

    private final SendLinkAgain sendLinkAgain;
    private final ManagedExecutor executor;

    LinkRequestsResource(SendLinkAgain sendLinkAgain, ManagedExecutor executor) {
        this.sendLinkAgain = sendLinkAgain;
        this.executor = executor;
    }

    @POST
    @Operation(
            summary = "Have the link to the own application sent again",
            description = "The answer is the same, and takes the same time, whether or not the address has applied.")
    @APIResponse(
            responseCode = "202",
            description = "If the address has applied, a mail is on its way",
            content = @Content(schema = @Schema(implementation = LinkRequestResponse.class)))
    public Response ask(@Valid @NotNull LinkRequest request) {
        sendLinkAgain.keep(request.workshopSlug(), new EmailAddress(request.email()));
        // after the answer: how long looking, and writing what is to be sent, takes would give a known address away
        executor.execute(sendLinkAgain::sendDue);
        return Response.accepted(new LinkRequestResponse("RECEIVED")).build();
    }
}
