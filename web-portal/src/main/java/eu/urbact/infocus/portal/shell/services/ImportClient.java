package eu.urbact.infocus.portal.shell.services;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** registration-service: applications that organisers bring in. */
@RegisterRestClient(configKey = "registration-work")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1/admin")
public interface ImportClient {

    /**
     * Brings in a table of applications.
     *
     * @param mode {@code whole} or {@code lines}
     */
    @POST
    @Path("calls/{call}/application-imports")
    @Consumes("text/csv")
    ImportReport bringIn(
            @HeaderParam("Authorization") String bearer,
            @PathParam("call") String callId,
            @QueryParam("mode") String mode,
            byte[] csv);
}
