package eu.urbact.infocus.registration.export;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.desk.Acquaintances;
import eu.urbact.infocus.registration.organiser.Organisers;
import eu.urbact.infocus.registration.review.Comments;
import eu.urbact.infocus.registration.review.Votes;
import eu.urbact.infocus.registration.staging.StagedDecision;
import eu.urbact.infocus.registration.staging.StagedDecisions;

/** Looks up what the desk's list shows beside the applications, for some of them with a few statements. */
@ApplicationScoped
class DescribeRows {

    private final StagedDecisions stagedDecisions;
    private final Votes votes;
    private final Comments comments;
    private final Acquaintances acquaintances;
    private final Organisers organisers;

    DescribeRows(
            StagedDecisions stagedDecisions,
            Votes votes,
            Comments comments,
            Acquaintances acquaintances,
            Organisers organisers) {
        this.stagedDecisions = stagedDecisions;
        this.votes = votes;
        this.comments = comments;
        this.acquaintances = acquaintances;
        this.organisers = organisers;
    }

    /** The rows of these applications, in their order. */
    List<ApplicationColumns.Row> of(List<Application> applications) {
        List<UUID> ids = applications.stream().map(Application::id).toList();
        Map<UUID, StagedDecision> staged = stagedDecisions.of(ids);
        Map<UUID, Votes.Count> counts = votes.count(ids);
        Map<UUID, Integer> written = comments.count(ids);
        Set<UUID> returning = acquaintances.returning(ids);
        Map<String, String> names = organisers.namesOf(
                staged.values().stream().map(StagedDecision::stagedBy).toList());
        // of a hundred thousand rows none is kept
        staged.values().forEach(stagedDecisions.getEntityManager()::detach);
        return applications.stream()
                .map(application -> row(
                        application,
                        // of whoever was forgotten nobody knows it any more
                        application.isErased() ? null : !returning.contains(application.id()),
                        counts.getOrDefault(application.id(), Votes.Count.NONE),
                        written.getOrDefault(application.id(), 0),
                        staged.get(application.id()),
                        names))
                .toList();
    }

    private static ApplicationColumns.Row row(
            Application application,
            Boolean newcomer,
            Votes.Count votes,
            int comments,
            StagedDecision staged,
            Map<String, String> names) {
        return new ApplicationColumns.Row(
                application, newcomer, votes, comments, staged, staged == null ? null : names.get(staged.stagedBy()));
    }
}
