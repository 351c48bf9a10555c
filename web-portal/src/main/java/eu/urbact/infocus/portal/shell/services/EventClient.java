package eu.urbact.infocus.portal.shell.services;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** event-service: workshops and their programmes. */
@RegisterRestClient(configKey = "event")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1/workshops")
public interface EventClient {

    /** All workshops of the series, the first page of them. */
    @GET
    Page<Workshop> workshops();

    /**
     * One workshop, with the venues and days that the visitor may see.
     *
     * @param bearer value of the Authorization header; null for an anonymous visitor
     */
    @GET
    @Path("{slug}")
    Workshop workshop(@PathParam("slug") String slug, @HeaderParam("Authorization") String bearer);

    /**
     * The released programme, as far as the visitor may see it.
     *
     * @param bearer value of the Authorization header; null for an anonymous visitor
     */
    @GET
    @Path("{slug}/programme")
    Programme programme(@PathParam("slug") String slug, @HeaderParam("Authorization") String bearer);
}
