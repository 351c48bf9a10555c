package eu.urbact.infocus.portal.shell.services;

import java.util.List;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** cluster-directory-service: clusters that are taken out of the directory. */
@RegisterRestClient(configKey = "directory")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1/admin/withdrawn-clusters")
public interface WithdrawalClient {

    /** Those that are taken out, by name. */
    @GET
    List<WithdrawnCluster> list(@HeaderParam("Authorization") String bearer);

    /** Takes one out. */
    @POST
    @Path("{id}")
    WithdrawnCluster withdraw(
            @HeaderParam("Authorization") String bearer, @PathParam("id") String id, WithdrawnCluster.Reason reason);

    /** Brings one back. */
    @DELETE
    @Path("{id}")
    void bringBack(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);
}
