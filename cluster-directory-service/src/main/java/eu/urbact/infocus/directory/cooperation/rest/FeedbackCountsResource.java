package eu.urbact.infocus.directory.cooperation.rest;

import java.util.Map;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.directory.cooperation.Feedback.Verdict;
import eu.urbact.infocus.directory.cooperation.Feedbacks;

/** What cities think of suggestions, counted: no pair and no city can be told from it. */
@Path("/api/v1/matching-model/feedback")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class FeedbackCountsResource {

    private final Feedbacks feedbacks;

    FeedbackCountsResource(Feedbacks feedbacks) {
        this.feedbacks = feedbacks;
    }

    /**
     * How often cities said what about a suggested partner.
     *
     * @param useful worth a conversation
     * @param notUseful the two do not fit
     * @param alreadyPartners they work together already
     */
    public record FeedbackCounts(long useful, long notUseful, long alreadyPartners) {}

    @GET
    @Transactional
    @Operation(summary = "How often cities found a suggested partner useful, not useful, or a partner already")
    public FeedbackCounts counts() {
        Map<Verdict, Long> counts = feedbacks.counts();
        return new FeedbackCounts(
                counts.get(Verdict.USEFUL), counts.get(Verdict.NOT_USEFUL), counts.get(Verdict.ALREADY_PARTNERS));
    }
}
