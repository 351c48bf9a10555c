package eu.urbact.infocus.portal.shell.services;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** notification-service: the delivery log. */
@RegisterRestClient(configKey = "notification")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1/admin/mails")
public interface NotificationClient {

    /**
     * Mails, newest first.
     *
     * @param overtaken false leaves out what a later mail says otherwise
     */
    @GET
    Page<Mail> mails(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("state") String state,
            @QueryParam("application") String applicationId,
            @QueryParam("template") String template,
            @QueryParam("overtaken") boolean overtaken,
            @QueryParam("page") Integer page,
            @QueryParam("size") Integer size);

    /** One mail. */
    @GET
    @Path("{id}")
    Mail mail(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);

    /** Has a mail sent again that has failed, or of which nobody knows whether it arrived. */
    @POST
    @Path("{id}/resend")
    Mail resend(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String etag);

    /** Says of a mail of which nobody knew it that it has arrived. */
    @POST
    @Path("{id}/confirmation")
    Mail confirm(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String etag);
}
