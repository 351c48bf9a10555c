package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.List;

/**
 * A call for participation.
 *
 * @param acceptsApplications whether somebody can apply at this moment
 */
public record Call(
        String id,
        String workshopId,
        String workshopSlug,
        String title,
        String state,
        Instant opensAt,
        Instant closesAt,
        String zone,
        Integer capacity,
        String eligibility,
        List<String> offered,
        List<String> notOffered,
        boolean acceptsApplications,
        List<Question> questions,
        boolean skipModerationForDelegations,
        long version) {

    /** Completes what a service left out. */
    public Call {
        offered = offered == null ? List.of() : offered;
        notOffered = notOffered == null ? List.of() : notOffered;
        questions = questions == null ? List.of() : List.copyOf(questions);
    }

    /** Whether it asks anything beyond what every applicant is asked. */
    public boolean asks() {
        return questions.stream().anyMatch(question -> !question.retired());
    }

    /** Whether nobody can apply any more at this moment: the organisers have closed it, or its deadline has passed. */
    public boolean isOver(Instant now) {
        boolean closed = "CLOSED".equals(state) || "ARCHIVED".equals(state);
        return !acceptsApplications && (closed || (closesAt != null && !now.isBefore(closesAt)));
    }
}
