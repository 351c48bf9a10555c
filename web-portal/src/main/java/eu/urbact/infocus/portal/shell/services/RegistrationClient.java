package eu.urbact.infocus.portal.shell.services;

import java.util.List;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** registration-service: calls, applications, seats. */
@RegisterRestClient(configKey = "registration")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1")
public interface RegistrationClient {

    /** The calls of a workshop that have been opened, newest first. */
    @GET
    @Path("calls")
    List<Call> calls(@QueryParam("workshop") String slug);

    /** One call. */
    @GET
    @Path("calls/{id}")
    Call call(@PathParam("id") String id);

    /** The application that a personal link is about. */
    @GET
    @Path("self-service/application")
    OwnApplication ownApplication(
            @HeaderParam("Application-Link") String token, @HeaderParam("X-Forwarded-For") String clientAddress);

    /** Withdraws the application that a personal link is about. */
    @POST
    @Path("self-service/withdrawal")
    OwnApplication withdraw(
            @HeaderParam("Application-Link") String token, @HeaderParam("X-Forwarded-For") String clientAddress);

    /** Applications of the caller's own cities. */
    @GET
    @Path("partner/applications")
    Page<Application> partnerApplications(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("state") String state,
            @QueryParam("page") Integer page,
            @QueryParam("size") Integer size);

    /** One application of the caller's own cities. */
    @GET
    @Path("partner/applications/{id}")
    Application partnerApplication(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);

    /** Applications for a call, narrowed and sorted. */
    @GET
    @Path("admin/applications")
    Page<Application> applications(
            @HeaderParam("Authorization") String bearer,
            @BeanParam DeskQuery query,
            @QueryParam("page") Integer page,
            @QueryParam("size") Integer size);

    /** One application with its history. */
    @GET
    @Path("admin/applications/{id}")
    Application application(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);

    /**
     * Decides on an application.
     *
     * @param etag version that the organiser has seen; a newer one is refused with 412
     */
    @POST
    @Path("admin/applications/{id}/decisions")
    Application decide(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String etag,
            Decision decision);

    /**
     * Enters for somebody that they cannot come.
     *
     * @param etag version that the organiser has seen; a newer one is refused with 412
     */
    @POST
    @Path("admin/applications/{id}/withdrawal")
    Application withdrawFor(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String etag,
            EnteredWithdrawal withdrawal);

    /**
     * Takes a withdrawal back: the application waits for a decision again.
     *
     * @param etag version that the organiser has seen; a newer one is refused with 412
     */
    @DELETE
    @Path("admin/applications/{id}/withdrawal")
    Application takeWithdrawalBack(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String etag);

    /** The seats of a call. */
    @GET
    @Path("admin/calls/{id}/seats")
    Seats seats(@HeaderParam("Authorization") String bearer, @PathParam("id") String callId);
}
