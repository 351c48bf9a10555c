package eu.urbact.infocus.portal.shell.services;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** cluster-directory-service: the own city's cooperations. */
@RegisterRestClient(configKey = "directory")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1/partner/cooperations")
public interface CooperationClient {

    /** What still binds first, then the latest. */
    @GET
    Page<Cooperation> list(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("state") String state,
            @QueryParam("page") Integer page,
            @QueryParam("size") Integer size);

    /** One of them. */
    @GET
    @Path("{id}")
    Cooperation show(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);

    /** Proposes one. */
    @POST
    Cooperation propose(
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("Idempotency-Key") String key,
            Cooperation.Proposal proposal);

    /** Accepts a proposal. */
    @POST
    @Path("{id}/acceptance")
    Cooperation accept(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String etag,
            Cooperation.Word word);

    /** Declines a proposal. */
    @POST
    @Path("{id}/refusal")
    Cooperation decline(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String etag,
            Cooperation.Word word);

    /** Takes the own proposal back. */
    @POST
    @Path("{id}/withdrawal")
    Cooperation withdraw(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String etag,
            Cooperation.Word word);

    /** Ends a running one. */
    @POST
    @Path("{id}/end")
    Cooperation end(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String etag);

    /** Adds a step. */
    @POST
    @Path("{id}/steps")
    Cooperation addStep(
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") String id,
            Cooperation.NewStep step);

    /** Says that a step is done. */
    @POST
    @Path("{id}/steps/{step}/completion")
    Cooperation complete(
            @HeaderParam("Authorization") String bearer, @PathParam("id") String id, @PathParam("step") String step);
}
