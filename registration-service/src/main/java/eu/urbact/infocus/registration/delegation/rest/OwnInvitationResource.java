package eu.urbact.infocus.registration.delegation.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.registration.application.AnswerBook;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.delegation.AcceptInvitation;
import eu.urbact.infocus.registration.delegation.CloseInvitation;
import eu.urbact.infocus.registration.delegation.ForgetInvited;
import eu.urbact.infocus.registration.delegation.Invitation;
import eu.urbact.infocus.registration.delegation.InvitationLinks;
import eu.urbact.infocus.registration.delegation.InvitationState;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;

/** My invitation. The signed link comes in a header, so that it stands in no access log. */
@Path("/api/v1/invitation")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class OwnInvitationResource {

    private static final String LINK_HEADER = "Invitation-Link";

    /**
     * An invitation as the invited person sees it.
     *
     * @param placeKept whether a seat is held for this person already
     * @param placeAtOnce whether accepting gives a place without a decision of the organisers, if one is free
     * @param expiresAt the first instant at which it cannot be answered any more
     * @param placesHandedBack whether the places that the city has not used become open to all at that instant
     * @param workshopPlace where it takes place, as precisely as that is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnInvitationResponse(
            UUID callId,
            String cityId,
            InvitationState state,
            boolean placeKept,
            boolean placeAtOnce,
            String email,
            String givenName,
            String familyName,
            String message,
            Instant expiresAt,
            boolean placesHandedBack,
            String workshopSlug,
            String workshopTitle,
            Instant workshopStartsAt,
            Instant workshopEndsAt,
            String hostCityId,
            String workshopPlace,
            String zone) {

        static OwnInvitationResponse of(
                Invitation invitation, CallForParticipation call, Workshop workshop, Instant now) {
            return new OwnInvitationResponse(
                    invitation.callId(),
                    invitation.cityId(),
                    invitation.stateAt(now),
                    invitation.seatKept(),
                    invitation.seatKept() || call.skipModerationForDelegations(),
                    invitation.email().address(),
                    invitation.givenName(),
                    invitation.familyName(),
                    invitation.message(),
                    invitation.expiresAt(),
                    !invitation.seatKept() && invitation.expiresAt().isBefore(call.closesAt()),
                    workshop.slug(),
                    workshop.title(),
                    workshop.startsAt(),
                    workshop.endsAt(),
                    workshop.hostCityId(),
                    workshop.place(),
                    workshop.zone().getId());
        }
    }

    private final InvitationLinks links;
    private final AcceptInvitation acceptInvitation;
    private final CloseInvitation closeInvitation;
    private final ForgetInvited forgetInvited;
    private final AnswerBook answers;
    private final Calls calls;
    private final Workshops workshops;
    private final Clock clock;

    OwnInvitationResource(
            InvitationLinks links,
            AcceptInvitation acceptInvitation,
            CloseInvitation closeInvitation,
            ForgetInvited forgetInvited,
            AnswerBook answers,
            Calls calls,
            Workshops workshops,
            Clock clock) {
        this.links = links;
        this.acceptInvitation = acceptInvitation;
        this.closeInvitation = closeInvitation;
        this.forgetInvited = forgetInvited;
        this.answers = answers;
        this.calls = calls;
        this.workshops = workshops;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Show the own invitation",
            description = "404 for every link that does not open one, whatever the cause.")
    @APIResponse(
            responseCode = "200",
            description = "The invitation",
            content = @Content(schema = @Schema(implementation = OwnInvitationResponse.class)))
    public Response show(@HeaderParam(LINK_HEADER) String token) {
        return answer(find(token));
    }

    @POST
    @Path("/acceptance")
    @Transactional
    @Operation(
            summary = "Apply through the invitation. Doing it twice is harmless: what was sent first holds.",
            description =
                    "A person who has applied before keeps that application. When it is for this city and has no place, it goes"
                            + " on as a new one would: it gets the place that there is for the invited, or waits for the"
                            + " organisers as the city's nominee. Otherwise nothing changes, and the person is told by mail.")
    @APIResponse(
            responseCode = "200",
            description = "The accepted invitation; how the application stands is told by mail",
            content = @Content(schema = @Schema(implementation = OwnInvitationResponse.class)))
    @APIResponse(responseCode = "409", description = "It has been declined or taken back, or it is too late")
    @APIResponse(responseCode = "412", description = "A question has been changed at this moment; read them again")
    public Response accept(@HeaderParam(LINK_HEADER) String token, @Valid @NotNull AcceptanceRequest request) {
        Invitation invitation = find(token);
        // what has been answered, or comes too late, is told before anybody is asked to correct answers for it
        if (acceptInvitation.check(invitation) instanceof Verdict.Refused refused) {
            throw Problems.of(refused.type(), refused.detail());
        }
        if (invitation.isAccepted()) {
            return answer(invitation);
        }
        List<FieldError> errors = answers.check(calls.findById(invitation.callId()), request.answers());
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return answer(Problems.orThrow(
                acceptInvitation.accept(invitation.id(), request.person(invitation), request.answers())));
    }

    @POST
    @Path("/refusal")
    @Transactional
    @Operation(summary = "Decline the invitation. Doing it twice is harmless.")
    @APIResponse(
            responseCode = "200",
            description = "The declined invitation",
            content = @Content(schema = @Schema(implementation = OwnInvitationResponse.class)))
    @APIResponse(responseCode = "409", description = "It has been answered, or it is too late")
    public Response decline(@HeaderParam(LINK_HEADER) String token) {
        return answer(Problems.orThrow(closeInvitation.decline(find(token).id())));
    }

    @DELETE
    @Transactional
    @Operation(
            summary = "Have name, address and message erased; an open invitation is declined",
            description = "The link opens nothing afterwards. An application made through it has a link of its own.")
    @APIResponse(responseCode = "204", description = "Nothing here says any more who was invited")
    public void forget(@HeaderParam(LINK_HEADER) String token) {
        forgetInvited.forget(find(token).id());
    }

    private Invitation find(String token) {
        return links.find(token).orElseThrow(Problems::notFound);
    }

    private Response answer(Invitation invitation) {
        if (invitation.isForgotten()) {
            // in the moment in which it was answered
            throw Problems.notFound();
        }
        return Response.ok(OwnInvitationResponse.of(
                        invitation,
                        calls.findById(invitation.callId()),
                        workshops.findById(invitation.workshopId()),
                        clock.instant()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
