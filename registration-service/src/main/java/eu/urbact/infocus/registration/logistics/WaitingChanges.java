package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

/** In which calls people wait for an answer about other places, and when organisers were told so; found by the database. */
@ApplicationScoped
class WaitingChanges {

    /** What somebody would gain or lose, or come along to with more or fewer companions. */
    private static final String TO_TELL = """
            select r.call_id, w.id as workshop_id, s.changes_told_at, count(distinct r.id) as waiting, min(o.starts_at) as due_at
            from logistics_change_request r
            join logistics_setting s on s.call_id = r.call_id
            join application a on a.id = r.application_id
            join workshop_view w on w.id = a.workshop_id
            left join lateral (
                select o.starts_at from logistics_option o
                left join logistics_change_choice wanted on wanted.option_id = o.id and wanted.request_id = r.id
                left join logistics_choice has on has.option_id = o.id and has.application_id = r.application_id
                where o.call_id = r.call_id and o.starts_at > :now and wanted.companions is distinct from has.companions
            ) o on true
            where r.state = 'OPEN' and w.ends_at > :now
            group by r.call_id, w.id, s.changes_told_at
            having s.changes_told_at is null or s.changes_told_at <= :toldBefore
                or bool_or(r.requested_at > s.changes_told_at and o.starts_at <= :soon)
            order by r.call_id
            """;

    /** A call in which people wait. */
    record InCall(UUID callId, UUID workshopId, Instant toldAt, long waiting, Instant dueAt) {}

    private final EntityManager database;

    WaitingChanges(EntityManager database) {
        this.database = database;
    }

    /**
     * The calls whose organisers have not been told since then, or not of a request about something that begins soon.
     *
     * @param toldBefore when they were told at the latest, to be told again
     * @param soon until when what begins does so soon
     */
    List<InCall> toTell(Instant now, Instant toldBefore, Instant soon) {
        List<InCall> calls = new ArrayList<>();
        for (Object found : database.createNativeQuery(TO_TELL, Tuple.class)
                .setParameter("now", now)
                .setParameter("toldBefore", toldBefore)
                .setParameter("soon", soon)
                .getResultList()) {
            Tuple row = (Tuple) found;
            calls.add(new InCall(
                    row.get("call_id", UUID.class),
                    row.get("workshop_id", UUID.class),
                    row.get("changes_told_at", Instant.class),
                    ((Number) row.get("waiting")).longValue(),
                    row.get("due_at", Instant.class)));
        }
        return calls;
    }

    /** Notes that organisers are told now; false when another instance has told them since they were found. */
    boolean tellOnce(InCall call, Instant now) {
        return database.createNativeQuery("update logistics_setting set changes_told_at = :now where call_id = :callId"
                                + " and changes_told_at is not distinct from cast(:toldAt as timestamptz)")
                        .setParameter("now", now)
                        .setParameter("callId", call.callId())
                        .setParameter("toldAt", call.toldAt())
                        .executeUpdate()
                > 0;
    }
}
