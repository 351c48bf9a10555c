package eu.urbact.infocus.portal.shell.services;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** registration-service: what people do with their own application, and with the link to it. */
@RegisterRestClient(configKey = "registration")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1")
public interface SelfServiceClient {

    /**
     * Changes what was sent in.
     *
     * @param etag version that the person has seen; a newer one is refused with 412
     */
    @PUT
    @Path("self-service/application")
    OwnApplication edit(
            @HeaderParam("Application-Link") String token,
            @HeaderParam("X-Forwarded-For") String clientAddress,
            @HeaderParam("If-Match") String etag,
            ApplicationEdit edit);

    /**
     * Puts right how the person and their organisation are called.
     *
     * @param etag version that the person has seen; a newer one is refused with 412
     */
    @PUT
    @Path("self-service/application/person")
    OwnApplication correct(
            @HeaderParam("Application-Link") String token,
            @HeaderParam("X-Forwarded-For") String clientAddress,
            @HeaderParam("If-Match") String etag,
            ApplicationCorrection correction);

    /** What the person offers and looks for at the meetings. */
    @GET
    @Path("self-service/application/meeting-wishes")
    OwnMeetingWishes meetingWishes(
            @HeaderParam("Application-Link") String token, @HeaderParam("X-Forwarded-For") String clientAddress);

    /**
     * Says what the person offers and looks for.
     *
     * @param etag version that the person has seen; a newer one is refused with 412
     */
    @PUT
    @Path("self-service/application/meeting-wishes")
    OwnMeetingWishes stateMeetingWishes(
            @HeaderParam("Application-Link") String token,
            @HeaderParam("X-Forwarded-For") String clientAddress,
            @HeaderParam("If-Match") String etag,
            OwnMeetingWishes.Stated stated);

    /** The workshop as an iCalendar file, for people who have a place. */
    @GET
    @Path("self-service/calendar")
    @Produces({"text/calendar", "application/problem+json"})
    String calendar(
            @HeaderParam("Application-Link") String token, @HeaderParam("X-Forwarded-For") String clientAddress);

    /** Makes this and all other links to the application worthless; the new one goes out by mail. */
    @POST
    @Path("self-service/link-renewals")
    void renewLink(@HeaderParam("Application-Link") String token, @HeaderParam("X-Forwarded-For") String clientAddress);

    /** Has links sent again to whom they belong. */
    @POST
    @Path("self-service/link-requests")
    LinkRequested requestLinks(@HeaderParam("X-Forwarded-For") String clientAddress, LinkRequest request);

    /** Makes all links to an application worthless, for an organiser. */
    @POST
    @Path("admin/applications/{id}/link-renewals")
    void renewLinkOf(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String etag);
}
