package eu.urbact.infocus.registration.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationFilter;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.review.Comments;
import eu.urbact.infocus.registration.review.Opinion;
import eu.urbact.infocus.registration.review.Votes;
import eu.urbact.infocus.registration.staging.StagedDecision;
import eu.urbact.infocus.registration.staging.StagedDecisions;

/** Reads the list with everything that organisers look at beside a name. Only the rows of one page are looked up, never more. */
@ApplicationScoped
public class ReadDesk {

    /**
     * One application.
     *
     * @param newcomer whether the person has not been admitted to a workshop that begins before this one
     * @param staged what is staged for it, or null
     * @param mine the opinion of the organiser who looks, or null
     */
    public record Row(
            Application application,
            boolean newcomer,
            StagedDecision staged,
            Votes.Count votes,
            Opinion mine,
            int comments) {}

    /** A row, and who is before and after it in the list. */
    public record Place(Row row, Applications.Neighbours neighbours) {}

    private final Applications applications;
    private final StagedDecisions stagedDecisions;
    private final Votes votes;
    private final Comments comments;
    private final Acquaintances acquaintances;

    ReadDesk(
            Applications applications,
            StagedDecisions stagedDecisions,
            Votes votes,
            Comments comments,
            Acquaintances acquaintances) {
        this.applications = applications;
        this.stagedDecisions = stagedDecisions;
        this.votes = votes;
        this.comments = comments;
        this.acquaintances = acquaintances;
    }

    /** One page of the list, as an organiser sees it. */
    @Transactional
    public Page<Row> list(ApplicationFilter filter, String organiser, PageRequest request) {
        Page<Application> page = applications.list(filter, request);
        return Page.of(rows(page.items(), organiser), request, page.total());
    }

    /** One application and its place in a list, also when the list does not show it itself. */
    @Transactional
    public Optional<Place> place(UUID id, ApplicationFilter filter, String organiser) {
        return applications
                .findByIdOptional(id)
                .map(application -> new Place(
                        rows(List.of(application), organiser).get(0), applications.neighbours(filter, application)));
    }

    private List<Row> rows(List<Application> page, String organiser) {
        List<UUID> ids = page.stream().map(Application::id).toList();
        Map<UUID, StagedDecision> staged = stagedDecisions.of(ids);
        Map<UUID, Votes.Count> counts = votes.count(ids);
        Map<UUID, Opinion> mine = votes.by(organiser, ids);
        Map<UUID, Integer> written = comments.count(ids);
        Set<UUID> returning = acquaintances.returning(ids);
        return page.stream()
                .map(application -> new Row(
                        application,
                        !returning.contains(application.id()),
                        staged.get(application.id()),
                        counts.getOrDefault(application.id(), Votes.Count.NONE),
                        mine.get(application.id()),
                        written.getOrDefault(application.id(), 0)))
                .toList();
    }
}
