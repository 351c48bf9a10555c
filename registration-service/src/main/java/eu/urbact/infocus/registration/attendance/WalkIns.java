package eu.urbact.infocus.registration.attendance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Who came without a place. */
@ApplicationScoped
public class WalkIns implements PanacheRepositoryBase<WalkIn, UUID> {

    /** Those of a day whose names are still known, in the order they came. */
    public List<WalkIn> of(UUID callId, LocalDate day) {
        return list("callId = ?1 and day = ?2 and erasedAt is null order by arrivedAt, id", callId, day);
    }

    /** All of a day, in the order they came; the lists that prove who came leave nobody out. */
    public List<WalkIn> everybody(UUID callId, LocalDate day) {
        return list("callId = ?1 and day = ?2 order by arrivedAt, id", callId, day);
    }

    /** One of a day, locked, to be taken back: nobody forgets them in between. */
    Optional<WalkIn> toUndo(UUID callId, LocalDate day, UUID id) {
        return find("id = ?1 and callId = ?2 and day = ?3", id, callId, day)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Those of whoever has sent in this application, be it by another one of the same address to the same call, in order. */
    List<WalkIn> ofPerson(UUID applicationId) {
        return list(
                "applicationId in (select o.id from Application o join Application a"
                        + " on a.callId = o.callId and a.emailKey = o.emailKey where a.id = ?1) order by arrivedAt, id",
                applicationId);
    }

    /** The days on which the person was there without a place, in order. */
    public List<WalkIn> ofApplication(UUID applicationId) {
        return list("applicationId = ?1 order by day", applicationId);
    }

    /**
     * Those of the same call in which somebody of this name and this organisation, however they are written, is known and has no
     * application; this one among them.
     */
    List<WalkIn> ofSamePerson(WalkIn guest) {
        List<?> ids = getEntityManager()
                .createNativeQuery("""
                        select w.id from walk_in w
                        where w.call_id = :callId and w.application_id is null and w.erased_at is null
                            and name_key(w.organisation) = (select name_key(:organisation))
                            and name_key(w.given_name || ' ' || w.family_name)
                                in ((select name_key(:given || ' ' || :family)), (select name_key(:family || ' ' || :given)))
                        """)
                .setParameter("callId", guest.callId())
                .setParameter("organisation", guest.organisation())
                .setParameter("given", guest.givenName())
                .setParameter("family", guest.familyName())
                .getResultList();
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** One of a call. */
    Optional<WalkIn> ofCall(UUID callId, UUID id) {
        return find("id = ?1 and callId = ?2", id, callId).firstResultOptional();
    }

    /** One of them, locked, to be forgotten. */
    Optional<WalkIn> toErase(UUID callId, UUID id) {
        return find("id = ?1 and callId = ?2", id, callId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The workshops to which people came whose names are still known. */
    List<UUID> workshopsWithNames() {
        return getEntityManager()
                .createQuery("select distinct w.workshopId from WalkIn w where w.erasedAt is null", UUID.class)
                .getResultList();
    }

    /** Whose names are still known, of these workshops. */
    List<WalkIn> toErase(List<UUID> workshopIds) {
        return workshopIds.isEmpty() ? List.of() : list("erasedAt is null and workshopId in ?1", workshopIds);
    }
}
