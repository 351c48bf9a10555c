package eu.urbact.infocus.registration.call;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All calls for participation. */
@ApplicationScoped
public class Calls implements PanacheRepositoryBase<CallForParticipation, UUID> {

    /** Calls that everybody may see, newest first; of one workshop when its slug is given. */
    public List<CallForParticipation> published(String workshopSlug) {
        return workshopSlug == null
                ? list("state <> ?1 order by createdAt desc", CallState.DRAFT)
                : list("state <> ?1 and workshopSlug = ?2 order by createdAt desc", CallState.DRAFT, workshopSlug);
    }

    public List<CallForParticipation> newestFirst() {
        return list("order by createdAt desc");
    }

    boolean hasLive(UUID workshopId) {
        return count("workshopId = ?1 and state <> ?2", workshopId, CallState.ARCHIVED) > 0;
    }

    List<CallForParticipation> openPast(Instant now) {
        return list("state = ?1 and closesAt <= ?2", CallState.OPEN, now);
    }

    /** The call, its version raised at commit, so that whoever has seen it before is told that it changed. */
    CallForParticipation toChange(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }
}
