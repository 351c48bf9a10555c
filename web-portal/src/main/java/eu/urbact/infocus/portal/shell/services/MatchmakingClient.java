package eu.urbact.infocus.portal.shell.services;

import java.io.InputStream;
import java.util.List;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** cluster-directory-service: how priorities and clusters fit, which clusters should meet, and why. */
@RegisterRestClient(configKey = "directory")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface MatchmakingClient {

    /**
     * The priorities of all regions against clusters.
     *
     * @param clusters {@code own} for each region's own clusters, {@code network} for all
     */
    @GET
    @Path("matrix")
    MatchMatrix matrices(@QueryParam("clusters") String clusters);

    /** The same as a file. */
    @GET
    @Path("matrix.csv")
    @Produces({"text/csv", "application/problem+json"})
    InputStream matricesFile(@QueryParam("clusters") String clusters);

    /** The priorities of one region against clusters. */
    @GET
    @Path("regions/{id}/matrix")
    MatchMatrix matrix(@PathParam("id") String region, @QueryParam("clusters") String clusters);

    /** The same as a file. */
    @GET
    @Path("regions/{id}/matrix.csv")
    @Produces({"text/csv", "application/problem+json"})
    InputStream matrixFile(@PathParam("id") String region, @QueryParam("clusters") String clusters);

    /**
     * A priority and a cluster in both roles.
     *
     * @param dataVersion an earlier version of the data, or null
     */
    @GET
    @Path("regions/{id}/matrix/{priority}/{cluster}")
    MatchCell cell(
            @PathParam("id") String region,
            @PathParam("priority") String priority,
            @PathParam("cluster") String cluster,
            @QueryParam("dataVersion") String dataVersion);

    /** Which of its priorities a region would keep. */
    @GET
    @Path("regions/{id}/diversification")
    Diversification diversification(@PathParam("id") String region);

    /** The best partners of a cluster in other cities. */
    @GET
    @Path("clusters/{id}/matches")
    MatchPartners partners(
            @PathParam("id") String cluster,
            @QueryParam("lens") String lens,
            @QueryParam("scope") String scope,
            @QueryParam("city") String city,
            @QueryParam("size") int size);

    /**
     * Two clusters under both lenses.
     *
     * @param dataVersion an earlier version of the data, or null
     */
    @GET
    @Path("clusters/{id}/matches/{other}")
    MatchPair pair(
            @PathParam("id") String cluster,
            @PathParam("other") String other,
            @QueryParam("dataVersion") String dataVersion);

    /** Pairs of clusters of different cities, best first. */
    @GET
    @Path("matches/pairs")
    MatchPairs pairs(
            @QueryParam("lens") String lens,
            @QueryParam("minPercentile") Integer minPercentile,
            @QueryParam("scope") String scope,
            @QueryParam("untapped") boolean untapped,
            @QueryParam("size") int size);

    /** The clusters of the network's cities, by name and place alone. */
    @GET
    @Path("clusters.geojson")
    @Produces({"application/geo+json", "application/problem+json"})
    ClusterSeats seats();

    /** The model card. */
    @GET
    @Path("matching-model")
    ModelCard modelCard();

    /**
     * The file with the numbers of the model.
     *
     * @param known entity tag of the version that the reader has, or null
     */
    @GET
    @Path("matching-model.yaml")
    @Produces({"application/yaml", "application/problem+json"})
    Response modelFile(@HeaderParam(HttpHeaders.IF_NONE_MATCH) String known);

    /** How often cities found a suggestion useful, not useful, or partners already. */
    @GET
    @Path("matching-model/feedback")
    FeedbackCounts feedbackCounts();

    /** What the own city said about all partners suggested for its clusters. */
    @GET
    @Path("partner/feedback")
    List<MatchFeedback> ownFeedback(@HeaderParam("Authorization") String bearer);

    /** What the own city said about the partners suggested for one of its clusters. */
    @GET
    @Path("partner/clusters/{id}/feedback")
    List<MatchFeedback> feedback(@HeaderParam("Authorization") String bearer, @PathParam("id") String cluster);

    /** Says what a suggested partner was worth. */
    @PUT
    @Path("partner/clusters/{id}/feedback/{partner}")
    MatchFeedback say(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String cluster,
            @PathParam("partner") String partner,
            MatchFeedback.Said said);

    /** Takes that back. */
    @DELETE
    @Path("partner/clusters/{id}/feedback/{partner}")
    void forget(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String cluster,
            @PathParam("partner") String partner);
}
