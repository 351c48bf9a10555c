package eu.urbact.infocus.notification.mail.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.notification.mail.ConfirmMail;
import eu.urbact.infocus.notification.mail.DeliveryLog;
import eu.urbact.infocus.notification.mail.MailEntry;
import eu.urbact.infocus.notification.mail.MailState;
import eu.urbact.infocus.notification.mail.ResendMail;
import eu.urbact.infocus.notification.template.MailTemplate;

/** The delivery log. */
@Path("/api/v1/admin/mails")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin")
class MailResource {

    private final DeliveryLog log;
    private final ResendMail resend;
    private final ConfirmMail confirm;

    MailResource(DeliveryLog log, ResendMail resend, ConfirmMail confirm) {
        this.log = log;
        this.resend = resend;
        this.confirm = confirm;
    }

    @GET
    @RolesAllowed({Roles.ORGANISER, Roles.AUDITOR})
    @Operation(operationId = "listMails", summary = "List mails and what became of them, newest first")
    @APIResponse(responseCode = "200", description = "A page of mails")
    @APIResponse(responseCode = "422", description = "A filter has no such value")
    public Page<MailResponse> list(
            @Parameter(description = "Only mails in this state", schema = @Schema(implementation = MailState.class))
                    @QueryParam("state")
                    String state,
            @Parameter(
                            description = "Only mails about this application, invitation or call: see applicationId",
                            schema = @Schema(format = "uuid"))
                    @QueryParam("application")
                    String application,
            @Parameter(description = "Only mails of this template, e.g. application-received") @QueryParam("template")
                    String template,
            @Parameter(
                            description =
                                    "false: without mails that say how somebody stood, and that a later one has overtaken;"
                                            + " they are never sent again",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true"))
                    @QueryParam("overtaken")
                    String overtaken,
            @Valid @BeanParam PageRequest page) {
        return log.list(stateOf(state), templateOf(template), applicationOf(application), isWithout(overtaken), page)
                .map(MailResponse::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ORGANISER, Roles.AUDITOR})
    @Operation(operationId = "showMail", summary = "Show one mail")
    @APIResponse(
            responseCode = "200",
            description = "The mail, with its entity tag",
            content = @Content(schema = @Schema(implementation = MailResponse.class)))
    @APIResponse(responseCode = "404", description = "There is no such mail")
    public Response show(@PathParam("id") UUID id) {
        return answer(existing(id));
    }

    @POST
    @Path("/{id}/resend")
    @RolesAllowed(Roles.ORGANISER)
    @Operation(
            operationId = "resendMail",
            summary = "Send a failed or unclear mail again",
            description =
                    "For an unclear mail the person may get it twice, under one Message-ID. Written to the audit trail.")
    @APIResponse(
            responseCode = "200",
            description = "The mail waits to be sent",
            content = @Content(schema = @Schema(implementation = MailResponse.class)))
    @APIResponse(responseCode = "404", description = "There is no such mail")
    @APIResponse(
            responseCode = "409",
            description = "It is neither failed nor unclear, or a later mail has told something else")
    @APIResponse(responseCode = "412", description = "It has changed in the meantime")
    public Response resend(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        MailEntry seen = seen(id, ifMatch);
        return answer(resend.resend(id, seen.version()));
    }

    @POST
    @Path("/{id}/confirmation")
    @RolesAllowed(Roles.ORGANISER)
    @Operation(
            operationId = "confirmMail",
            summary = "Say that an unclear mail arrived",
            description = "Written to the audit trail.")
    @APIResponse(
            responseCode = "200",
            description = "The mail counts as sent",
            content = @Content(schema = @Schema(implementation = MailResponse.class)))
    @APIResponse(responseCode = "404", description = "There is no such mail")
    @APIResponse(responseCode = "409", description = "It is not unclear")
    @APIResponse(responseCode = "412", description = "It has changed in the meantime")
    public Response confirm(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        MailEntry seen = seen(id, ifMatch);
        return answer(confirm.confirm(id, seen.version()));
    }

    private MailEntry existing(UUID id) {
        return log.find(id).orElseThrow(Problems::notFound);
    }

    private MailEntry seen(UUID id, String ifMatch) {
        MailEntry mail = existing(id);
        EntityTags.require(ifMatch, mail.version());
        return mail;
    }

    private static Response answer(Outcome<MailEntry> outcome) {
        return answer(Problems.orThrow(outcome));
    }

    private static Response answer(MailEntry mail) {
        return Response.ok(MailResponse.of(mail))
                .header(HttpHeaders.ETAG, EntityTags.of(mail.version()))
                .build();
    }

    private static MailState stateOf(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return MailState.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw noSuch(
                    "state", Arrays.stream(MailState.values()).map(Enum::name).collect(Collectors.joining(", ")));
        }
    }

    private static boolean isWithout(String overtaken) {
        if (overtaken == null || overtaken.isBlank() || overtaken.equals("true")) {
            return false;
        }
        if (overtaken.equals("false")) {
            return true;
        }
        throw noSuch("overtaken", "true, false");
    }

    private static MailTemplate templateOf(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return MailTemplate.forCode(text)
                .orElseThrow(() -> noSuch(
                        "template",
                        Arrays.stream(MailTemplate.values())
                                .map(MailTemplate::code)
                                .collect(Collectors.joining(", "))));
    }

    private static UUID applicationOf(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problems.invalid(List.of(new FieldError("application", "must be the id of an application")));
        }
    }

    private static HttpProblem noSuch(String field, String allowed) {
        return Problems.invalid(List.of(new FieldError(field, "must be one of " + allowed)));
    }
}
