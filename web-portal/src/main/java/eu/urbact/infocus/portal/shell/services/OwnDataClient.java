package eu.urbact.infocus.portal.shell.services;

import java.util.List;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** registration-service: what is kept about a person. */
@RegisterRestClient(configKey = "registration")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1")
public interface OwnDataClient {

    /** What is kept about people at all, and how long. */
    @GET
    @Path("personal-fields")
    List<PersonalField> personalFields();

    /** What is kept about the person behind a personal link. */
    @GET
    @Path("self-service/own-data")
    OwnData ownData(
            @HeaderParam("Application-Link") String token, @HeaderParam("X-Forwarded-For") String clientAddress);

    /** The same as a file, as the service has written it. */
    @GET
    @Path("self-service/own-data")
    @Produces("application/json")
    byte[] ownDataFile(
            @HeaderParam("Application-Link") String token, @HeaderParam("X-Forwarded-For") String clientAddress);

    /** Has the person behind a personal link forgotten. */
    @POST
    @Path("self-service/erasure")
    void eraseOwn(@HeaderParam("Application-Link") String token, @HeaderParam("X-Forwarded-For") String clientAddress);

    /** Who did what about a person. */
    @GET
    @Path("admin/applications/{id}/history")
    Page<HistoryItem> history(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @QueryParam("page") Integer page,
            @QueryParam("size") Integer size);

    /**
     * Has a person forgotten who has asked for it.
     *
     * @param etag version that the organiser has seen; a newer one is refused with 412
     */
    @POST
    @Path("admin/applications/{id}/erasure")
    Erased erase(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String etag,
            NewErasure erasure);
}
