package eu.urbact.infocus.portal.shell.services;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** notification-service: the delivery log. */
@RegisterRestClient(configKey = "notification")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1/admin/mails")
public interface NotificationClient {

    /** Mails, newest first. */
    @GET
    Page<Mail> mails(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("state") String state,
            @QueryParam("application") String applicationId,
            @QueryParam("page") Integer page,
            @QueryParam("size") Integer size);
}
