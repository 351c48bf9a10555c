package eu.urbact.infocus.notification.template.rest;

import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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

import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.notification.recipient.RecipientsUnavailableException;
import eu.urbact.infocus.notification.template.MailTemplate;
import eu.urbact.infocus.notification.template.PreviewMails;

/** Mails that tell a decision, as people would get them. */
@Path("/api/v1/admin/mail-previews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin")
class MailPreviewResource {

    /** Mails to look at. */
    record PreviewRequest(@NotEmpty @Size(max = 20) List<@NotNull @Valid Draft> mails) {}

    /**
     * One of them.
     *
     * @param template of a decision, e.g. application-admitted
     * @param note what the organisers would add
     */
    record Draft(
            @NotNull UUID applicationId,

            @NotNull
            @Pattern(
                    regexp = "application-(admitted|waitlisted|declined)",
                    message = "must be application-admitted, application-waitlisted or application-declined")
            String template,

            @Size(max = 50) @SafeText String reasonCode,
            @Size(max = 2_000) @SafeText(multiline = true) String note) {

        PreviewMails.Draft draft() {
            return new PreviewMails.Draft(
                    MailTemplate.forCode(template).orElseThrow(), applicationId, reasonCode, note);
        }
    }

    /** What would be sent; somebody who has been erased is missing. */
    record PreviewResponse(List<Preview> mails) {}

    /**
     * A mail.
     *
     * @param text the plain text part; the HTML says the same
     * @param language it is written in
     */
    record Preview(UUID applicationId, String template, String subject, String text, String language) {

        static Preview of(PreviewMails.Written written) {
            return new Preview(
                    written.applicationId(),
                    written.template().code(),
                    written.content().subject(),
                    written.content().text(),
                    written.content().language());
        }
    }

    private final PreviewMails previewMails;

    MailPreviewResource(PreviewMails previewMails) {
        this.previewMails = previewMails;
    }

    @POST
    @RolesAllowed(Roles.ORGANISER)
    @Operation(
            operationId = "previewMails",
            summary = "Write mails as people would get them, without sending or keeping anything",
            description = "The personal links are left out.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PreviewResponse.class)),
            description = "The mails, in the order asked for; not to be stored on the way")
    @APIResponse(responseCode = "422", description = "There is no such template for a decision")
    @APIResponse(responseCode = "503", description = "The people cannot be looked up at the moment")
    public Response preview(@Valid @NotNull PreviewRequest request) {
        try {
            List<Preview> mails = previewMails
                    .write(request.mails().stream().map(Draft::draft).toList())
                    .stream()
                    .map(Preview::of)
                    .toList();
            return Response.ok(new PreviewResponse(mails))
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (RecipientsUnavailableException e) {
            throw Problems.of(CommonProblem.BUSY, "The people cannot be looked up at the moment.");
        }
    }
}
