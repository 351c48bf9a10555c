package eu.urbact.infocus.directory.cooperation.rest;

import java.time.Instant;
import java.util.List;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.directory.cluster.Cluster;
import eu.urbact.infocus.directory.cluster.Clusters;
import eu.urbact.infocus.directory.cooperation.CooperationProblem;
import eu.urbact.infocus.directory.cooperation.Feedback;
import eu.urbact.infocus.directory.cooperation.Feedback.About;
import eu.urbact.infocus.directory.cooperation.Feedbacks;

/** What the own city thinks of the partners suggested for its clusters. */
@Path("/api/v1/partner/clusters/{id: [a-z0-9-]{1,60}}/feedback")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed("city-member")
@Tag(name = "Partner")
public class FeedbackResource {

    private final Feedbacks feedbacks;
    private final Clusters clusters;
    private final Caller caller;

    FeedbackResource(Feedbacks feedbacks, Clusters clusters, Caller caller) {
        this.feedbacks = feedbacks;
        this.clusters = clusters;
        this.caller = caller;
    }

    /** What a suggestion was worth. */
    public record FeedbackRequest(@NotNull Feedback.Verdict verdict) {}

    /** What was said about a suggested partner. */
    public record FeedbackResponse(String clusterId, String partnerId, Feedback.Verdict verdict, Instant givenAt) {

        static FeedbackResponse of(Feedback feedback) {
            return new FeedbackResponse(
                    feedback.about().clusterId(), feedback.about().partnerId(), feedback.verdict(), feedback.givenAt());
        }
    }

    @GET
    @Transactional
    @Operation(summary = "List what your city said about the partners suggested for one of its clusters")
    public List<FeedbackResponse> list(@PathParam("id") String id) {
        requireOwn(id);
        return feedbacks.on(id).stream().map(FeedbackResponse::of).toList();
    }

    @PUT
    @Path("/{partner: [a-z0-9-]{1,60}}")
    @Transactional
    @Operation(summary = "Say what a suggested partner was worth, or say it anew")
    @APIResponse(
            responseCode = "200",
            description = "What your city says about it now",
            content = @Content(schema = @Schema(implementation = FeedbackResponse.class)))
    @APIResponse(responseCode = "409", description = "The partner belongs to the same city")
    public FeedbackResponse say(
            @PathParam("id") String id, @PathParam("partner") String partner, @Valid @NotNull FeedbackRequest request) {
        String city = requireOwn(id);
        Cluster suggested =
                clusters.shown(partner).filter(any -> !id.equals(partner)).orElseThrow(Problems::notFound);
        if (suggested.description().cityId().filter(city::equals).isPresent()) {
            throw Problems.of(
                    CooperationProblem.NOT_A_SUGGESTION, "Choose a cluster of another city; this one is of your own.");
        }
        return FeedbackResponse.of(feedbacks.say(new About(id, partner), request.verdict()));
    }

    @DELETE
    @Path("/{partner: [a-z0-9-]{1,60}}")
    @Transactional
    @Operation(summary = "Take back what your city said. Doing it twice is harmless.")
    @APIResponse(responseCode = "204", description = "Nothing is said about this suggestion any more")
    public void forget(@PathParam("id") String id, @PathParam("partner") String partner) {
        requireOwn(id);
        feedbacks.forget(new About(id, partner));
    }

    /** Its city. */
    private String requireOwn(String id) {
        return clusters.shown(id)
                .flatMap(cluster -> cluster.description().cityId())
                .filter(caller::memberOf)
                .orElseThrow(Problems::notFound);
    }
}
