package eu.urbact.infocus.directory.cooperation.rest;

import java.util.List;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.directory.cooperation.Feedbacks;
import eu.urbact.infocus.directory.cooperation.rest.FeedbackResource.FeedbackResponse;

/** What the own city thinks of all partners that were suggested for its clusters. */
@Path("/api/v1/partner/feedback")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed("city-member")
@Tag(name = "Partner")
public class OwnFeedbackResource {

    private final Feedbacks feedbacks;
    private final Caller caller;

    OwnFeedbackResource(Feedbacks feedbacks, Caller caller) {
        this.feedbacks = feedbacks;
        this.caller = caller;
    }

    @GET
    @Transactional
    @Operation(summary = "List what your city said about the partners suggested for all of its clusters")
    public List<FeedbackResponse> list() {
        return feedbacks.ofCities(caller.cities()).stream()
                .map(FeedbackResponse::of)
                .toList();
    }
}
