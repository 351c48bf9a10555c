package eu.urbact.infocus.registration.question;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All questions. */
@ApplicationScoped
public class Questions implements PanacheRepositoryBase<Question, UUID> {

    List<Question> of(UUID callId) {
        return list("callId = ?1 order by position", callId);
    }

    /** Locks the call's questions in the order of their ids, in which answers are written, too. */
    void lock(UUID callId) {
        // the only lock that excludes those of the answers: what the provider takes to write lets them pass
        getEntityManager()
                .createNativeQuery("select id from question where call_id = :callId order by id for update")
                .setParameter("callId", callId)
                .getResultList();
    }

    /** The call's questions, locked, so that no answer comes in while it is looked at how many there are. */
    List<Question> toChange(UUID callId) {
        lock(callId);
        return find("callId = ?1 order by id", callId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** What the call asks, and what it asks no more but somebody has answered. */
    List<Question> askedOrAnswered(UUID callId) {
        return list(
                "from Question q where q.callId = ?1 and (q.retired = false"
                        + " or exists (select 1 from Answer a where a.questionId = q.id)) order by q.position",
                callId);
    }

    List<Question> all(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 order by position", ids);
    }
}
