package eu.urbact.infocus.portal.shell.services;

import java.io.InputStream;
import java.util.List;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * cluster-directory-service: profiles as their cities write them, their review, offers and needs. An {@code etag} is the version that
 * somebody has seen; a newer one is refused.
 */
@RegisterRestClient(configKey = "directory")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1")
public interface ProfileClient {

    /** The profiles of the own cities. */
    @GET
    @Path("partner/cluster-profiles")
    List<OwnProfile.Item> profiles(@HeaderParam("Authorization") String bearer);

    /** Begins one. */
    @POST
    @Path("partner/cluster-profiles")
    OwnProfile begin(
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("Idempotency-Key") String key,
            OwnProfile.Beginning beginning);

    /** One of the own cities. */
    @GET
    @Path("partner/cluster-profiles/{id}")
    OwnProfile profile(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);

    /** Puts other content into it. */
    @PUT
    @Path("partner/cluster-profiles/{id}")
    OwnProfile edit(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String etag,
            JsonNode content);

    /** Gives up what was not published. */
    @DELETE
    @Path("partner/cluster-profiles/{id}")
    void discard(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String etag);

    /** The profile in the columns of the European Cluster Collaboration Platform. */
    @GET
    @Path("partner/cluster-profiles/{id}/eccp")
    @Produces("text/csv")
    InputStream file(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);

    /** Takes over what such a file says. */
    @PUT
    @Path("partner/cluster-profiles/{id}/eccp")
    @Consumes("text/csv")
    OwnProfile take(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String etag,
            String file);

    /**
     * Begins, submits or confirms.
     *
     * @param step {@code beginning}, {@code submission} or {@code confirmation}
     */
    @POST
    @Path("partner/cluster-profiles/{id}/{step}")
    OwnProfile move(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @PathParam("step") String step,
            @HeaderParam("If-Match") String etag);

    /** Takes a submission back. */
    @DELETE
    @Path("partner/cluster-profiles/{id}/submission")
    OwnProfile takeBack(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String etag);

    /** The page as it would be. */
    @GET
    @Path("partner/cluster-profiles/{id}/preview")
    Cluster preview(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);

    /** Who changed what. */
    @GET
    @Path("partner/cluster-profiles/{id}/history")
    Page<OwnProfile.Change> history(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @QueryParam("page") int page,
            @QueryParam("size") int size);

    /** What was submitted or published. */
    @GET
    @Path("admin/cluster-profiles")
    Page<OwnProfile.Item> forReview(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("state") String state,
            @QueryParam("page") int page,
            @QueryParam("size") int size);

    /** One of them. */
    @GET
    @Path("admin/cluster-profiles/{id}")
    OwnProfile reviewed(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);

    /** Its page as it would be. */
    @GET
    @Path("admin/cluster-profiles/{id}/preview")
    Cluster reviewedPreview(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);

    /** Who changed what. */
    @GET
    @Path("admin/cluster-profiles/{id}/history")
    Page<OwnProfile.Change> reviewedHistory(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @QueryParam("page") int page,
            @QueryParam("size") int size);

    /** Shows it to everybody. */
    @POST
    @Path("admin/cluster-profiles/{id}/publication")
    OwnProfile publish(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String etag);

    /** Sends it back to its city. */
    @POST
    @Path("admin/cluster-profiles/{id}/return")
    OwnProfile sendBack(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String etag,
            OwnProfile.SendingBack reason);

    /** What a cluster offers and needs today. */
    @GET
    @Path("offers")
    Page<Offer> offers(@QueryParam("cluster") String cluster, @QueryParam("size") int size);

    /** What a cluster of the own cities offers and needs, the expired included. */
    @GET
    @Path("partner/clusters/{id}/offers")
    List<Offer.Own> ownOffers(@HeaderParam("Authorization") String bearer, @PathParam("id") String clusterId);

    /** Adds one. */
    @POST
    @Path("partner/clusters/{id}/offers")
    Offer.Own addOffer(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String clusterId,
            @HeaderParam("Idempotency-Key") String key,
            Offer.New offer);

    /** Changes or renews one. */
    @PUT
    @Path("partner/clusters/{id}/offers/{offer}")
    Offer.Own changeOffer(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String clusterId,
            @PathParam("offer") String offerId,
            @HeaderParam("If-Match") String etag,
            Offer.New changed);

    /** Takes one back. */
    @DELETE
    @Path("partner/clusters/{id}/offers/{offer}")
    void removeOffer(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String clusterId,
            @PathParam("offer") String offerId,
            @HeaderParam("If-Match") String etag);

    /** The tree of competences. */
    @GET
    @Path("competences")
    Coding.Whole<Coding.Competence> competences();

    /** The sections and divisions of NACE. */
    @GET
    @Path("nace-sections")
    Coding.Whole<Coding.Section> naceSections();

    /** The policy objectives. */
    @GET
    @Path("objectives")
    Coding.Whole<Coding.Objective> objectives();

    /** The emerging industries that profiles on the European cluster platform name. */
    @GET
    @Path("emerging-industries")
    Coding.Whole<Coding.Term> emergingIndustries();

    /** Terms that profiles on the European cluster platform name as priority areas of smart specialisation. */
    @GET
    @Path("s3-priority-areas")
    Coding.Whole<Coding.Term> s3PriorityAreas();
}
