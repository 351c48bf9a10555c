package eu.urbact.infocus.portal.shell.services;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** cluster-directory-service: bringing reference data in. */
@RegisterRestClient(configKey = "directory-work")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1/admin/reference-data-imports")
public interface ReferenceDataClient {

    /** Brings a file in, completely or not at all. */
    @POST
    @Consumes("application/yaml")
    ReferenceReport bringIn(@HeaderParam("Authorization") String bearer, byte[] file);

    /** What an import brought. */
    @GET
    @Path("{id}")
    ReferenceReport report(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);
}
