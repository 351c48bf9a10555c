package eu.urbact.infocus.registration.delegation.rest;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.delegation.CloseInvitation;
import eu.urbact.infocus.registration.delegation.Invitation;
import eu.urbact.infocus.registration.delegation.Invitations;
import eu.urbact.infocus.registration.delegation.InvitePerson;
import eu.urbact.infocus.registration.delegation.RemindInvited;
import eu.urbact.infocus.registration.organiser.Organisers;

/** The own city's delegation. What belongs to another city answers exactly like something that does not exist. */
@Path("/api/v1/partner/calls/{callId}")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed("city-member")
@Tag(name = "Partner")
public class PartnerDelegationResource {

    private final InvitePerson invitePerson;
    private final CloseInvitation closeInvitation;
    private final RemindInvited remindInvited;
    private final Invitations invitations;
    private final Applications applications;
    private final Calls calls;
    private final Caller caller;
    private final Organisers organisers;
    private final Idempotency idempotency;
    private final Clock clock;

    PartnerDelegationResource(
            InvitePerson invitePerson,
            CloseInvitation closeInvitation,
            RemindInvited remindInvited,
            Invitations invitations,
            Applications applications,
            Calls calls,
            Caller caller,
            Organisers organisers,
            Idempotency idempotency,
            Clock clock) {
        this.invitePerson = invitePerson;
        this.closeInvitation = closeInvitation;
        this.remindInvited = remindInvited;
        this.invitations = invitations;
        this.applications = applications;
        this.calls = calls;
        this.caller = caller;
        this.organisers = organisers;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @GET
    @Path("/delegation")
    @Operation(summary = "Show how your city has filled its reserved seats")
    public List<CityBalanceResponse> balance(@PathParam("callId") UUID callId) {
        requireCall(callId);
        return invitations.balance(callId, clock.instant()).stream()
                .filter(city -> caller.memberOf(city.cityId()))
                .map(CityBalanceResponse::of)
                .toList();
    }

    @GET
    @Path("/invitations")
    @Operation(summary = "List your city's invitations, in the order they were sent")
    public Page<InvitationResponse> list(@PathParam("callId") UUID callId, @Valid @BeanParam PageRequest page) {
        requireCall(callId);
        return invitations
                .list(callId, caller.cities(), page)
                .map(invitation -> InvitationResponse.of(invitation, clock.instant()));
    }

    @POST
    @Path("/invitations")
    @Operation(
            summary = "Invite somebody for one of your city's seats",
            description =
                    "The answer is the same whether or not this address has applied. A city can invite an address for a call three times within 24 hours, whatever has become of the invitations, erased ones apart, which do not count; the refusal of a fourth says from when on it can do so again.")
    @APIResponse(
            responseCode = "201",
            description = "Invited; the person gets a mail",
            content = @Content(schema = @Schema(implementation = InvitationResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "No seat is left, invited or coming already, invited too often, or the call is not open")
    @APIResponse(
            responseCode = "422",
            description = "Values that cannot be accepted, field by field, or the call keeps no seats for the city")
    public Response invite(
            @PathParam("callId") UUID callId,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @Valid @NotNull InvitationRequest request) {
        requireCall(callId);
        if (!caller.memberOf(request.cityId())) {
            throw Problems.notFound();
        }
        return created(
                "invite " + callId,
                idempotencyKey,
                request,
                () -> invitePerson.invite(callId, request.cityId(), request.nomination()));
    }

    @DELETE
    @Path("/invitations/{id}")
    @Transactional
    @Operation(
            summary = "Take an invitation back. Doing it twice is harmless.",
            description =
                    "Whoever sends the request again by which the person was invited, be it with the same key, invites them anew.")
    @APIResponse(responseCode = "204", description = "Taken back; the person gets a mail")
    @APIResponse(responseCode = "409", description = "It has been answered, or its time is over")
    public void revoke(@PathParam("callId") UUID callId, @PathParam("id") UUID id) {
        Problems.orThrow(closeInvitation.revoke(find(callId, id).id()));
    }

    @POST
    @Path("/invitations/{id}/reminders")
    @Transactional
    @Operation(summary = "Write to the person again, at most once a day")
    @APIResponse(
            responseCode = "200",
            description = "The person gets a mail",
            content = @Content(schema = @Schema(implementation = InvitationResponse.class)))
    @APIResponse(responseCode = "409", description = "It has been answered, or a mail went out within a day")
    public Response remind(@PathParam("callId") UUID callId, @PathParam("id") UUID id) {
        Invitation reminded =
                Problems.orThrow(remindInvited.remind(find(callId, id).id()));
        return Response.ok(InvitationResponse.of(reminded, clock.instant())).build();
    }

    @POST
    @Path("/invitations/{id}/substitutions")
    @Operation(summary = "Invite somebody else in the place of a person who has not answered")
    @APIResponse(
            responseCode = "201",
            description = "The other one is invited; the first invitation is taken back",
            content = @Content(schema = @Schema(implementation = InvitationResponse.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "It has been answered or its time is over, it is the same person, the other one is invited or coming already or was invited too often, or no seat is left")
    public Response substituteInvited(
            @PathParam("callId") UUID callId,
            @PathParam("id") UUID id,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @Valid @NotNull SubstitutionRequest request) {
        find(callId, id);
        return created(
                "substitute " + id, idempotencyKey, request, () -> invitePerson.substitute(id, request.nomination()));
    }

    @POST
    @Path("/applications/{id}/substitutions")
    @Operation(
            summary = "Send somebody else in the place of an applicant",
            description =
                    "The application is withdrawn. A seat it held among the city's stays held until the other one answers.")
    @APIResponse(
            responseCode = "201",
            description = "The other one is invited",
            content = @Content(schema = @Schema(implementation = InvitationResponse.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "The application has ended, the person's data have been erased, the person has come, the workshop has begun, it is the same person, the other one is invited or coming already or was invited too often, no seat is left, or the person has none of the city's seats and the call is not open any more or the city has handed its seats back")
    public Response substituteApplicant(
            @PathParam("callId") UUID callId,
            @PathParam("id") UUID id,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @Valid @NotNull SubstitutionRequest request) {
        Application application = applications
                .ofCities(id, caller.cities())
                .filter(found -> found.callId().equals(callId))
                .orElseThrow(Problems::notFound);
        organisers.remember();
        return created(
                "substitute " + id,
                idempotencyKey,
                request,
                () -> invitePerson.substitute(callId, application.cityId(), id, request.nomination()));
    }

    private Response created(String operation, String key, Object request, Supplier<Outcome<Invitation>> effect) {
        return idempotency.once(operation, key, request, () -> {
            Invitation invitation = Problems.orThrow(effect.get());
            return Response.created(URI.create("/api/v1/partner/calls/" + invitation.callId() + "/invitations"))
                    .entity(InvitationResponse.of(invitation, clock.instant()))
                    .build();
        });
    }

    private void requireCall(UUID callId) {
        Problems.requireFound(calls.findByIdOptional(callId).filter(CallForParticipation::isPublic));
    }

    private Invitation find(UUID callId, UUID id) {
        return invitations.ofCities(callId, id, caller.cities()).orElseThrow(Problems::notFound);
    }
}
