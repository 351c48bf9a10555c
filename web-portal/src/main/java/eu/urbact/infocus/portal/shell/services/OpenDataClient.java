package eu.urbact.infocus.portal.shell.services;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** cluster-directory-service: the files of the open data, as they are. */
@RegisterRestClient(configKey = "directory-work")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1/open-data")
public interface OpenDataClient {

    /**
     * A file.
     *
     * @param file its name
     * @param known entity tag of the version that the reader has, or null
     */
    @GET
    @Path("{file}")
    Response file(@PathParam("file") String file, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known);

    /**
     * What is said about a concept scheme, or about the network.
     *
     * @param accept Turtle or JSON-LD
     * @param known entity tag of the version that the reader has, or null
     */
    @GET
    @Path("things/{kind}")
    Response scheme(
            @PathParam("kind") String kind,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known);

    /**
     * What is said about one thing.
     *
     * @param accept Turtle or JSON-LD
     * @param known entity tag of the version that the reader has, or null
     */
    @GET
    @Path("things/{kind}/{code}")
    Response thing(
            @PathParam("kind") String kind,
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known);
}
