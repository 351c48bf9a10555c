package eu.urbact.infocus.portal.shell.services;

import java.io.InputStream;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** registration-service: long lists to take away. A workbook begins to come when its last row is written, which is waited for. */
@RegisterRestClient(configKey = "registration-work")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1/admin")
public interface ExportClient {

    /** The list of applications as a file, as it comes. */
    @GET
    @Path("applications/export")
    @Produces({
        "text/csv",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/problem+json"
    })
    InputStream applicationsFile(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("format") String format,
            @BeanParam DeskQuery query);
}
