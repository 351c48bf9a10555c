package eu.urbact.infocus.portal.shell.services;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** registration-service: makes hold what organisers have prepared. It is done person by person, and waited for longer than for a page. */
@RegisterRestClient(configKey = "registration-work")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1/admin")
public interface ReleaseClient {

    /**
     * Releases what is staged.
     *
     * @param tag of the plan that was looked at
     */
    @POST
    @Path("calls/{call}/releases")
    Released release(
            @HeaderParam("Authorization") String bearer,
            @PathParam("call") String callId,
            @HeaderParam("If-Match") String tag,
            @HeaderParam("Idempotency-Key") String key,
            DeskClient.Selected selected);
}
