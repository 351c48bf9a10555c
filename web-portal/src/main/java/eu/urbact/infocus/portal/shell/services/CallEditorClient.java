package eu.urbact.infocus.portal.shell.services;

import java.util.List;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** registration-service: calls as organisers write them. An {@code etag} is the version that the organiser has seen; a newer one is refused. */
@RegisterRestClient(configKey = "registration")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1/admin/calls")
public interface CallEditorClient {

    /** All calls, drafts included, newest first. */
    @GET
    List<Call> calls(@HeaderParam("Authorization") String bearer);

    /** One call with all its questions. */
    @GET
    @Path("{id}")
    Call call(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);

    /** Drafts a call. */
    @POST
    Call draft(@HeaderParam("Authorization") String bearer, @HeaderParam("Idempotency-Key") String key, CallPlan plan);

    /** Drafts a call from an earlier one. */
    @POST
    @Path("{id}/clones")
    Call cloneCall(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            CallPlan.Clone plan);

    /** Makes the call what the plan says. */
    @PUT
    @Path("{id}")
    Call change(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String etag,
            CallPlan plan);

    /**
     * Opens, closes or archives a call.
     *
     * @param step {@code opening}, {@code closing} or {@code archiving}
     */
    @POST
    @Path("{id}/{step}")
    Call move(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @PathParam("step") String step,
            @HeaderParam("If-Match") String etag);
}
