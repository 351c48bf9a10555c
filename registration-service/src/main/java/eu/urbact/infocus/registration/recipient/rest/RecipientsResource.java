package eu.urbact.infocus.registration.recipient.rest;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.registration.recipient.LookUpRecipients;
import eu.urbact.infocus.registration.recipient.Recipient;

/** Whom mails go to, for service accounts with the scope {@code recipients:read}. A POST, so that no id stands in a URL. */
@Path("/api/v1/internal/recipients")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed("recipients:read")
@Tag(name = "Internal")
public class RecipientsResource {

    /** Whose recipients are asked for, up to 200 at once. */
    public record LookUp(@NotNull @Size(min = 1, max = 200) Set<@NotNull UUID> applicationIds) {}

    /** The workshop that a mail is about. */
    public record WorkshopResponse(
            String slug, String title, String hostCityId, Instant startsAt, Instant endsAt, String zone) {}

    /** One recipient; the note belongs to the decision that led to {@code state}, and to no earlier one. The ticket is there for people with a place. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RecipientResponse(
            UUID applicationId,
            String name,
            String givenName,
            String address,
            String language,
            String link,
            WorkshopResponse workshop,
            String state,
            String decisionNote,
            String ticket) {

        static RecipientResponse of(Recipient recipient) {
            var application = recipient.application();
            var workshop = recipient.workshop();
            return new RecipientResponse(
                    application.id(),
                    application.givenName() + " " + application.familyName(),
                    application.givenName(),
                    application.email(),
                    application.language(),
                    recipient.link(),
                    new WorkshopResponse(
                            workshop.slug(),
                            workshop.title(),
                            workshop.hostCityId(),
                            workshop.startsAt(),
                            workshop.endsAt(),
                            workshop.zone().getId()),
                    application.state().name(),
                    application.note(),
                    recipient.ticket());
        }
    }

    /** The recipients that exist; an id without one has been erased. */
    public record Recipients(List<RecipientResponse> recipients) {}

    private final LookUpRecipients lookUpRecipients;

    RecipientsResource(LookUpRecipients lookUpRecipients) {
        this.lookUpRecipients = lookUpRecipients;
    }

    @POST
    @Operation(summary = "Look up name, address, language and link of the people behind applications")
    public Recipients lookUp(@Valid @NotNull LookUp request) {
        return new Recipients(lookUpRecipients.lookUp(request.applicationIds()).stream()
                .map(RecipientResponse::of)
                .toList());
    }
}
