package eu.urbact.infocus.portal.shell.services;

import java.util.List;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** registration-service: the waiting list. */
@RegisterRestClient(configKey = "registration")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1")
public interface WaitingListClient {

    /** A person's new priority. */
    record Priority(int priority) {}

    /** Why a person is put first. */
    record Precedence(String reason) {}

    /** How the waiting list works. */
    @GET
    @Path("calls/{id}/waiting-list-rule")
    WaitingListRule rule(@PathParam("id") String callId);

    /** The same for organisers, who see that of a draft, too. */
    @GET
    @Path("calls/{id}/waiting-list-rule")
    WaitingListRule rule(@HeaderParam("Authorization") String bearer, @PathParam("id") String callId);

    /** Where the person behind a personal link stands. */
    @GET
    @Path("self-service/waiting-list")
    OwnWaiting own(@HeaderParam("Application-Link") String token, @HeaderParam("X-Forwarded-For") String clientAddress);

    /** Accepts an offer. Doing it twice is harmless. */
    @POST
    @Path("self-service/waiting-list/acceptance")
    OwnWaiting accept(
            @HeaderParam("Application-Link") String token,
            @HeaderParam("X-Forwarded-For") String clientAddress,
            OfferAnswer answer);

    /** Declines an offer. Doing it twice is harmless. */
    @POST
    @Path("self-service/waiting-list/refusal")
    OwnWaiting decline(
            @HeaderParam("Application-Link") String token,
            @HeaderParam("X-Forwarded-For") String clientAddress,
            OfferAnswer answer);

    /** The list in the order of its rule. */
    @GET
    @Path("admin/calls/{id}/waiting-list")
    WaitingList list(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @QueryParam("page") Integer page,
            @QueryParam("size") Integer size);

    /** Offers, the newest first. */
    @GET
    @Path("admin/calls/{id}/waiting-list/offers")
    Page<WaitingList.Offer> offers(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @QueryParam("state") String state,
            @QueryParam("page") Integer page,
            @QueryParam("size") Integer size);

    /**
     * Starts or suspends the list, or changes its hours.
     *
     * @param etag version that the organiser has seen; a newer one is refused with 412
     */
    @PUT
    @Path("admin/calls/{id}/waiting-list/settings")
    WaitingList.Settings change(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @HeaderParam("If-Match") String etag,
            WaitingList.Settings settings);

    /** Gives a person a priority. */
    @PUT
    @Path("admin/calls/{id}/waiting-list/{application}/priority")
    WaitingList.Person prioritise(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("application") String applicationId,
            @HeaderParam("If-Match") String etag,
            Priority priority);

    /** Puts a person first. */
    @POST
    @Path("admin/calls/{id}/waiting-list/{application}/precedence")
    WaitingList.Person putFirst(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("application") String applicationId,
            @HeaderParam("If-Match") String etag,
            Precedence precedence);

    /** Each time that a person was put first, and why, oldest first. */
    @GET
    @Path("admin/calls/{id}/waiting-list/{application}/precedence")
    List<WaitingList.PutFirst> putFirst(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("application") String applicationId);

    /** Takes an open offer back. */
    @POST
    @Path("admin/calls/{id}/waiting-list/offers/{offer}/cancellation")
    WaitingList.Offer cancel(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("offer") String offerId,
            @HeaderParam("If-Match") String etag);
}
