package eu.urbact.infocus.registration.review;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationFilter;
import eu.urbact.infocus.registration.suggestion.OrganisersVotes;
import eu.urbact.infocus.registration.suggestion.Tally;

/** All votes. */
@ApplicationScoped
public class Votes implements PanacheRepositoryBase<Vote, Vote.Key>, OrganisersVotes {

    private static final String CAST = """
            insert into application_vote (application_id, voter, call_id, opinion, cast_at)
            values (:applicationId, :voter, :callId, :opinion, :now)
            on conflict (application_id, voter) do update set opinion = excluded.opinion, cast_at = excluded.cast_at
            """;

    private static final String COUNT = """
            select v.applicationId,
                sum(case when v.opinion = :yes then 1 else 0 end),
                sum(case when v.opinion = :maybe then 1 else 0 end),
                sum(case when v.opinion = :no then 1 else 0 end)
            from Vote v where %s group by v.applicationId
            """;

    /** How many organisers think what. */
    public record Count(int yes, int maybe, int no) {

        /** Nobody has voted. */
        public static final Count NONE = new Count(0, 0, 0);
    }

    /** Writes the vote, over an earlier one of the same organiser. */
    void cast(Application application, String voter, Opinion opinion, Instant now) {
        lock(application.id());
        getEntityManager()
                .createNativeQuery(CAST)
                .setParameter("applicationId", application.id())
                .setParameter("voter", voter)
                .setParameter("callId", application.callId())
                .setParameter("opinion", opinion.name())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Takes an organiser's vote away; false when there was none. */
    boolean withdraw(UUID applicationId, String voter) {
        lock(applicationId);
        return delete("applicationId = ?1 and voter = ?2", applicationId, voter) == 1;
    }

    /** Votes are counted on the application, and everybody locks the application first. */
    private void lock(UUID applicationId) {
        getEntityManager()
                .createNativeQuery("select 1 from application where id = :id for no key update")
                .setParameter("id", applicationId)
                .getResultList();
    }

    /** Takes all votes on an application away. */
    void forget(UUID applicationId) {
        delete("applicationId", applicationId);
    }

    /** The votes on an application, in the order in which they were cast. */
    public List<Vote> on(UUID applicationId) {
        return list("applicationId = ?1 order by castAt, voter", applicationId);
    }

    /** An organiser's opinions of these applications. */
    public Map<UUID, Opinion> by(String voter, Collection<UUID> applicationIds) {
        Map<UUID, Opinion> opinions = new HashMap<>();
        if (!applicationIds.isEmpty()) {
            list("voter = ?1 and applicationId in ?2", voter, applicationIds)
                    .forEach(vote -> opinions.put(vote.applicationId(), vote.opinion()));
        }
        return opinions;
    }

    /** The votes on these applications, counted; who has none is not in it. */
    public Map<UUID, Count> count(Collection<UUID> applicationIds) {
        return applicationIds.isEmpty() ? Map.of() : counted("v.applicationId in :value", applicationIds);
    }

    @Override
    public Map<UUID, Tally> of(UUID callId) {
        Map<UUID, Tally> tallies = new HashMap<>();
        counted("v.callId = :value", callId)
                .forEach((id, count) -> tallies.put(id, new Tally(count.yes(), count.no())));
        return tallies;
    }

    private Map<UUID, Count> counted(String condition, Object value) {
        Map<UUID, Count> counts = new HashMap<>();
        getEntityManager()
                .createQuery(COUNT.formatted(condition), Object[].class)
                .setParameter("yes", Opinion.YES)
                .setParameter("maybe", Opinion.MAYBE)
                .setParameter("no", Opinion.NO)
                .setParameter("value", value)
                .getResultList()
                .forEach(row -> counts.put(
                        (UUID) row[0],
                        new Count(
                                ((Number) row[1]).intValue(),
                                ((Number) row[2]).intValue(),
                                ((Number) row[3]).intValue())));
        return counts;
    }

    /** Narrows a list to those on whom an organiser has not voted. */
    public static ApplicationFilter.Narrowing notVotedBy(String voter) {
        return new ApplicationFilter.Narrowing(
                "id not in (select v.applicationId from Vote v where v.voter = :notVotedBy)",
                Map.of("notVotedBy", voter));
    }
}
