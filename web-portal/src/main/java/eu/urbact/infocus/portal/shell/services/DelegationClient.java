package eu.urbact.infocus.portal.shell.services;

import java.util.List;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** registration-service: whom the partner cities bring. */
@RegisterRestClient(configKey = "registration")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1")
public interface DelegationClient {

    /** How the own cities have filled their seats. */
    @GET
    @Path("partner/calls/{id}/delegation")
    List<CityBalance> ownBalance(@HeaderParam("Authorization") String bearer, @PathParam("id") String callId);

    /** Who has applied to this call for the own cities. */
    @GET
    @Path("partner/applications")
    Page<Application> applications(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("call") String callId,
            @QueryParam("page") int page,
            @QueryParam("size") int size);

    /** Whom the own cities have invited. */
    @GET
    @Path("partner/calls/{id}/invitations")
    Page<Invitation> invitations(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @QueryParam("page") int page,
            @QueryParam("size") int size);

    /**
     * Invites somebody.
     *
     * @param key the same for every repetition of one submission
     */
    @POST
    @Path("partner/calls/{id}/invitations")
    Invitation invite(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @HeaderParam("Idempotency-Key") String key,
            NewInvitation invitation);

    /** Takes an invitation back. Doing it again changes nothing. */
    @DELETE
    @Path("partner/calls/{id}/invitations/{invitation}")
    void revoke(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("invitation") String invitationId);

    /** Writes to the person again. */
    @POST
    @Path("partner/calls/{id}/invitations/{invitation}/reminders")
    Invitation remind(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("invitation") String invitationId);

    /**
     * Sends somebody else.
     *
     * @param kind what the first person has, as it stands in the address
     */
    @POST
    @Path("partner/calls/{id}/{kind: invitations|applications}/{first}/substitutions")
    Invitation substitute(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("kind") String kind,
            @PathParam("first") String firstId,
            @HeaderParam("Idempotency-Key") String key,
            NewInvitation invitation);

    /** How every city has filled its seats. */
    @GET
    @Path("admin/calls/{id}/delegations")
    List<CityBalance> balance(@HeaderParam("Authorization") String bearer, @PathParam("id") String callId);

    /** The own invitation. */
    @GET
    @Path("invitation")
    OwnInvitation ownInvitation(
            @HeaderParam("Invitation-Link") String token, @HeaderParam("X-Forwarded-For") String address);

    /** Has everything erased that says who was invited; an open invitation is declined. */
    @DELETE
    @Path("invitation")
    void forgetInvited(@HeaderParam("Invitation-Link") String token, @HeaderParam("X-Forwarded-For") String address);

    /** Applies through it. */
    @POST
    @Path("invitation/acceptance")
    OwnInvitation accept(
            @HeaderParam("Invitation-Link") String token,
            @HeaderParam("X-Forwarded-For") String address,
            Acceptance acceptance);

    /** Declines it. */
    @POST
    @Path("invitation/refusal")
    OwnInvitation decline(@HeaderParam("Invitation-Link") String token, @HeaderParam("X-Forwarded-For") String address);
}
