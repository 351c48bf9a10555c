package eu.urbact.infocus.registration.question;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.jpa.HibernateHints;

import eu.urbact.infocus.registration.programmeview.Workshop;

/** All answers. */
@ApplicationScoped
public class Answers implements PanacheRepositoryBase<Answer, Answer.Key> {

    /**
     * Holds the question's row for a moment: an answer to a question that is being removed or changed waits for that, and is none to what has
     * become of it.
     */
    private static final String PUT = """
            insert into answer (application_id, question_id, given, answered_at)
            select :applicationId, q.id, :given, :now from question q
            where q.id = :questionId and q.version = :version for key share
            on conflict (application_id, question_id) do update set given = excluded.given, answered_at = excluded.answered_at
            """;

    /** Answers whose time is over; the workshop's end and the question's own number of days decide, as {@link Workshop#erasedAfter} says. */
    private static final String FORGET = """
            delete from answer a using question q, call_for_participation c, workshop_view w
            where a.question_id = q.id and q.call_id = c.id and w.id = c.workshop_id
                and w.ends_at + make_interval(days => q.retention_days) <= :now
                and (w.moved_at < w.ends_at or w.moved_at <= :slipFound)
            """;

    List<Answer> of(UUID applicationId) {
        return list("applicationId", applicationId);
    }

    /** All answers of these applications, in one statement; none of them stays with the session. */
    List<Answer> ofAll(Collection<UUID> applicationIds) {
        List<Answer> all = find("applicationId in ?1", applicationIds)
                .withHint(HibernateHints.HINT_READ_ONLY, true)
                .list();
        all.forEach(getEntityManager()::detach);
        return all;
    }

    /** Whether any of these differs from what was answered to the same question; an empty list is no answer. */
    boolean differ(UUID applicationId, Map<AnswerSheet.Asked, List<String>> values) {
        Map<UUID, List<String>> before =
                ofAll(List.of(applicationId)).stream().collect(Collectors.toMap(Answer::questionId, Answer::given));
        return values.entrySet().stream().anyMatch(answer -> !answer.getValue()
                .equals(before.getOrDefault(answer.getKey().id(), List.of())));
    }

    /**
     * Puts these in the place of what was answered to the same questions; an empty list takes the answer away.
     *
     * @throws OptimisticLockException when a question has changed since it was asked: the answers are to something else
     */
    void put(UUID applicationId, Map<AnswerSheet.Asked, List<String>> values, Instant now) {
        inOrder(values).forEach((question, given) -> {
            if (given.isEmpty()) {
                delete("applicationId = ?1 and questionId = ?2", applicationId, question.id());
            } else {
                write(applicationId, question, given, now);
            }
        });
    }

    /** The same for an application that has no answers yet. */
    void add(UUID applicationId, Map<AnswerSheet.Asked, List<String>> values, Instant now) {
        inOrder(values).forEach((question, given) -> {
            if (!given.isEmpty()) {
                write(applicationId, question, given, now);
            }
        });
    }

    /** In the order in which {@link Questions#lock} takes them: two who hold some and want more never wait for each other. */
    private static SortedMap<AnswerSheet.Asked, List<String>> inOrder(Map<AnswerSheet.Asked, List<String>> values) {
        SortedMap<AnswerSheet.Asked, List<String>> ordered =
                new TreeMap<>(Comparator.comparing(question -> question.id().toString()));
        ordered.putAll(values);
        return ordered;
    }

    /** The days for which the last of the person's answers to go is kept after the workshop; empty without answers. */
    Optional<Integer> longestKept(UUID applicationId) {
        return Optional.ofNullable(getEntityManager()
                .createQuery(
                        "select max(q.retentionDays) from Question q, Answer a"
                                + " where a.questionId = q.id and a.applicationId = :applicationId",
                        Integer.class)
                .setParameter("applicationId", applicationId)
                .getSingleResult());
    }

    private void write(UUID applicationId, AnswerSheet.Asked question, List<String> given, Instant now) {
        int written = getEntityManager()
                .createNativeQuery(PUT)
                .setParameter("applicationId", applicationId)
                .setParameter("questionId", question.id())
                .setParameter("version", question.version())
                .setParameter("given", given.toArray(String[]::new))
                .setParameter("now", now)
                .executeUpdate();
        if (written == 0) {
            throw new OptimisticLockException("the question has changed");
        }
    }

    /** Those of the questions that the person has answered. */
    List<AnswerSheet.Asked> answered(UUID applicationId, List<AnswerSheet.Asked> questions) {
        Set<UUID> ids = of(applicationId).stream().map(Answer::questionId).collect(Collectors.toSet());
        return questions.stream()
                .filter(question -> ids.contains(question.id()))
                .toList();
    }

    long to(UUID questionId) {
        return count("questionId", questionId);
    }

    long eraseOf(UUID applicationId) {
        return delete("applicationId", applicationId);
    }

    int forget(Instant now) {
        return getEntityManager()
                .createNativeQuery(FORGET)
                .setParameter("now", now)
                .setParameter("slipFound", now.minus(Workshop.SLIP_FOUND_WITHIN))
                .executeUpdate();
    }
}
