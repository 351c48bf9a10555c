package eu.urbact.infocus.portal.shell.services;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** cluster-directory-service: the meetings of a workshop. */
@RegisterRestClient(configKey = "directory")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1")
public interface MeetingClient {

    /** Who is in the room, and the plan. */
    @GET
    @Path("admin/workshops/{workshop}/meetings")
    MeetingDay show(@HeaderParam("Authorization") String bearer, @PathParam("workshop") String workshop);

    /** Sets the meetings up (without a tag), or arranges them anew. */
    @PUT
    @Path("admin/workshops/{workshop}/meetings")
    MeetingDay arrange(
            @HeaderParam("Authorization") String bearer,
            @PathParam("workshop") String workshop,
            @HeaderParam("If-Match") String etag,
            MeetingDay.Room room);

    /** Represents a cluster. */
    @PUT
    @Path("admin/workshops/{workshop}/meetings/clusters/{cluster}")
    MeetingDay bringCluster(
            @HeaderParam("Authorization") String bearer,
            @PathParam("workshop") String workshop,
            @PathParam("cluster") String cluster,
            @HeaderParam("If-Match") String etag,
            MeetingDay.Wishes wishes);

    /** Takes a cluster out of the room. */
    @DELETE
    @Path("admin/workshops/{workshop}/meetings/clusters/{cluster}")
    MeetingDay takeClusterAway(
            @HeaderParam("Authorization") String bearer,
            @PathParam("workshop") String workshop,
            @PathParam("cluster") String cluster,
            @HeaderParam("If-Match") String etag);

    /** Lets somebody take part who has no application. */
    @PUT
    @Path("admin/workshops/{workshop}/meetings/contributors/{person}")
    MeetingDay bringContributor(
            @HeaderParam("Authorization") String bearer,
            @PathParam("workshop") String workshop,
            @PathParam("person") String person,
            @HeaderParam("If-Match") String etag,
            MeetingDay.Contributor contributor);

    /** Takes a contributor out of the room. */
    @DELETE
    @Path("admin/workshops/{workshop}/meetings/contributors/{person}")
    MeetingDay takeContributorAway(
            @HeaderParam("Authorization") String bearer,
            @PathParam("workshop") String workshop,
            @PathParam("person") String person,
            @HeaderParam("If-Match") String etag);

    /** Says what somebody in the room offers and needs. */
    @PUT
    @Path("admin/workshops/{workshop}/meetings/people/{person}/wishes")
    MeetingDay wish(
            @HeaderParam("Authorization") String bearer,
            @PathParam("workshop") String workshop,
            @PathParam("person") String person,
            @HeaderParam("If-Match") String etag,
            MeetingDay.Wishes wishes);

    /** Plans the meetings anew. */
    @POST
    @Path("admin/workshops/{workshop}/meetings/plan")
    MeetingDay plan(
            @HeaderParam("Authorization") String bearer,
            @PathParam("workshop") String workshop,
            @HeaderParam("If-Match") String etag);

    /** Mends the plan. */
    @POST
    @Path("admin/workshops/{workshop}/meetings/plan/mending")
    MeetingDay mend(
            @HeaderParam("Authorization") String bearer,
            @PathParam("workshop") String workshop,
            @HeaderParam("If-Match") String etag);
}
