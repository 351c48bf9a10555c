package eu.urbact.infocus.registration.recipient.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.recipient.ErasedRecipient;
import eu.urbact.infocus.registration.recipient.InvitedRecipient;
import eu.urbact.infocus.registration.recipient.LookUpRecipients;
import eu.urbact.infocus.registration.recipient.OrganisersOfCall;
import eu.urbact.infocus.registration.recipient.Recipient;

/** Whom mails go to, for service accounts with the scope {@code recipients:read}. A POST, so that no id stands in a URL. */
@Path("/api/v1/internal/recipients")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed("recipients:read")
@Tag(name = "Internal")
public class RecipientsResource {

    /** Whose recipients are asked for, up to 200 at once; the ids are those of applications, of invitations or of calls. */
    public record LookUp(@NotNull @Size(min = 1, max = 200) Set<@NotNull UUID> applicationIds) {}

    /** The workshop that a mail is about; the venue is there when more than the city is known. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WorkshopResponse(
            String slug,
            String title,
            String hostCityId,
            Instant startsAt,
            Instant endsAt,
            String zone,
            String venueName,
            String venueAddress) {}

    /** One recipient, for an invitation with its id, the city that invites and what it writes, for the organisers of a call with its id, what waits for them and no address; the note belongs to the decision that led to {@code state}, and to no earlier one. The ticket is there for people with a place. */
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
            String ticket,
            String cityId,
            String message) {

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
                    of(workshop),
                    application.state().name(),
                    application.note(),
                    recipient.ticket(),
                    null,
                    null);
        }

        static RecipientResponse of(InvitedRecipient recipient) {
            var invitation = recipient.invitation();
            String address = invitation.email().address();
            String name = Stream.of(invitation.givenName(), invitation.familyName())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            return new RecipientResponse(
                    invitation.id(),
                    name.isEmpty() ? address : name,
                    invitation.givenName() == null ? "colleague" : invitation.givenName(),
                    address,
                    "en",
                    recipient.link(),
                    of(recipient.workshop()),
                    invitation.state().name(),
                    null,
                    null,
                    invitation.cityId(),
                    invitation.message());
        }

        static RecipientResponse of(OrganisersOfCall organisers) {
            return new RecipientResponse(
                    organisers.callId(),
                    "The organisers",
                    "organisers",
                    null,
                    "en",
                    organisers.link(),
                    of(organisers.workshop()),
                    null,
                    null,
                    null,
                    null,
                    organisers.message());
        }

        private static WorkshopResponse of(Workshop workshop) {
            return new WorkshopResponse(
                    workshop.slug(),
                    workshop.title(),
                    workshop.hostCityId(),
                    workshop.startsAt(),
                    workshop.endsAt(),
                    workshop.zone().getId(),
                    workshop.venueName(),
                    workshop.venueAddress());
        }
    }

    /** What organisers may still be told about an application whose person was erased: which workshop it was, and where their desk is. */
    public record ErasedResponse(UUID applicationId, String link, WorkshopResponse workshop) {

        static ErasedResponse of(ErasedRecipient erased) {
            return new ErasedResponse(erased.applicationId(), erased.link(), RecipientResponse.of(erased.workshop()));
        }
    }

    /** The recipients that exist; an id without one has been erased, and {@code erased} says what is left of the applications among them. */
    public record Recipients(List<RecipientResponse> recipients, List<ErasedResponse> erased) {}

    private final LookUpRecipients lookUpRecipients;

    RecipientsResource(LookUpRecipients lookUpRecipients) {
        this.lookUpRecipients = lookUpRecipients;
    }

    @POST
    @Operation(
            summary =
                    "Look up name, address, language and link of the people behind applications and invitations, or what waits in a call")
    public Recipients lookUp(@Valid @NotNull LookUp request) {
        List<RecipientResponse> found = new ArrayList<>();
        lookUpRecipients
                .lookUp(request.applicationIds())
                .forEach(recipient -> found.add(RecipientResponse.of(recipient)));
        lookUpRecipients
                .lookUpInvited(request.applicationIds())
                .forEach(recipient -> found.add(RecipientResponse.of(recipient)));
        lookUpRecipients
                .lookUpOrganisers(request.applicationIds())
                .forEach(organisers -> found.add(RecipientResponse.of(organisers)));
        return new Recipients(
                found,
                lookUpRecipients.lookUpErased(request.applicationIds()).stream()
                        .map(ErasedResponse::of)
                        .toList());
    }
}
