package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A call for participation.
 *
 * @param cityIds the partner cities with seats of their own, which are those that somebody can apply for; null when that is not known
 * @param closesAt when applications end, unless organisers close the call before
 * @param plannedClosesAt the closing time that organisers have chosen, where the workshop was moved to before it and begins at {@code closesAt};
 *     null otherwise
 * @param decidesBy by when organisers mean to have decided about all applications; null when they have named no day
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
        Instant plannedClosesAt,
        Instant closedEarlyAt,
        String zone,
        Integer capacity,
        String eligibility,
        List<String> offered,
        List<String> notOffered,
        boolean acceptsApplications,
        List<Question> questions,
        boolean skipModerationForDelegations,
        List<String> cityIds,
        long version,
        LocalDate decidesBy) {

    /** Completes what a service left out. */
    public Call {
        offered = offered == null ? List.of() : offered;
        notOffered = notOffered == null ? List.of() : notOffered;
        questions = questions == null ? List.of() : List.copyOf(questions);
    }

    /** The closing time that organisers have chosen. */
    public Instant chosenClosesAt() {
        return plannedClosesAt == null ? closesAt : plannedClosesAt;
    }

    /** Those of the cities for which somebody can apply. */
    public List<City> citiesOf(List<City> all) {
        return cityIds == null
                ? all
                : all.stream().filter(city -> cityIds.contains(city.id())).toList();
    }

    /**
     * Whether a call that takes no applications any more has come to its deadline; otherwise the organisers have closed it before, also
     * when that time has passed since. One that is still open and takes none is past it by the clock of the service.
     */
    public boolean isPastDeadline(Instant now) {
        return closesAt != null && closedEarlyAt == null && ("OPEN".equals(state) || !now.isBefore(closesAt));
    }

    /** By when organisers mean to have decided, as long as that day is not over; null otherwise. */
    public LocalDate decidesBy(Instant now) {
        return decidesBy == null || decidesBy.isBefore(LocalDate.ofInstant(now, ZoneId.of(zone))) ? null : decidesBy;
    }

    /** Whether only organisers see it. */
    public boolean isDraft() {
        return "DRAFT".equals(state);
    }

    /** Whether it is the one that this workshop has now. */
    public boolean isCurrentOf(String slug) {
        return slug.equals(workshopSlug) && !"ARCHIVED".equals(state);
    }

    /** What it asks of applicants. */
    public List<Question> askedAtOnce() {
        return questions.stream().filter(Question::isAskedAtOnce).toList();
    }

    /** What it asks of people who have a place. */
    public List<Question> askedLater() {
        return questions.stream()
                .filter(question -> !question.retired() && !question.isAskedAtOnce())
                .toList();
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
