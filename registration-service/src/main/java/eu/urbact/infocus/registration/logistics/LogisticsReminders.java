package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

/** Who is to be reminded, and who has been. */
@ApplicationScoped
class LogisticsReminders {

    /**
     * Those with a place since a while who still have something to say before their call's freeze time, or before the workshop begins if that is
     * earlier, and have not been reminded of the workshop's days as they are. Without a freeze time nothing is asked of anybody. The few calls whose time has come are found first,
     * and their people after that.
     */
    private static final String DUE = """
            select a.id, least(s.freeze_at, w.starts_at) as due
            from logistics_setting s
            join call_for_participation c on c.id = s.call_id
            join workshop_view w on w.id = c.workshop_id
            join application a on a.call_id = c.id
            left join logistics l on l.application_id = a.id
            where s.freeze_at > :now and w.starts_at > :now and (s.freeze_at <= :until or w.starts_at <= :until)
              and a.state = 'ADMITTED' and a.decided_at <= :admittedBefore
              and (l.travel_answered_at is null or l.needs_answered_at is null or l.photo_answered_at is null
                   or """ + Outdated.TRAVEL + " or " + Outdated.CHOICES + """
                   or (l.choices_answered_at is null
                       and exists (select 1 from logistics_option o where o.call_id = a.call_id))
                   or exists (select 1 from question q
                              where q.call_id = a.call_id and q.moment = 'AFTER_ADMISSION' and q.required and not q.retired
                                and not exists (select 1 from answer v
                                                where v.application_id = a.id and v.question_id = q.id)))
              and not exists (select 1 from logistics_reminder r where r.application_id = a.id and r.reminded_at >= w.moved_at)
            order by a.id
            """;

    private static final String REMIND_ONCE = """
            insert into logistics_reminder as r (application_id, reminded_at) values (:applicationId, :now)
            on conflict (application_id) do update set reminded_at = excluded.reminded_at
            where r.reminded_at < (select w.moved_at from application a join workshop_view w on w.id = a.workshop_id
                                   where a.id = r.application_id)
            """;

    private final EntityManager database;

    LogisticsReminders(EntityManager database) {
        this.database = database;
    }

    /** Until when an answer is wanted, by application. */
    Map<UUID, Instant> due(Instant now, Instant until, Instant admittedBefore) {
        Query query = database.createNativeQuery(DUE, Tuple.class)
                .setParameter("now", now)
                .setParameter("until", until)
                .setParameter("admittedBefore", admittedBefore);
        Map<UUID, Instant> due = new LinkedHashMap<>();
        for (Object row : query.getResultList()) {
            Tuple person = (Tuple) row;
            due.put(person.get("id", UUID.class), person.get("due", Instant.class));
        }
        return due;
    }

    /** When the person was reminded, if they were. */
    Optional<Instant> remindedAt(UUID applicationId) {
        List<?> found = database.createNativeQuery(
                        "select reminded_at from logistics_reminder where application_id = :applicationId",
                        Instant.class)
                .setParameter("applicationId", applicationId)
                .getResultList();
        return found.stream().map(Instant.class::cast).findFirst();
    }

    /** Notes that the person is reminded; false when they were, of the days on which the workshop is now. */
    boolean remindOnce(UUID applicationId, Instant now) {
        return database.createNativeQuery(REMIND_ONCE)
                        .setParameter("applicationId", applicationId)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Whoever loses their place and gets one again is asked anew, and reminded like anybody. */
    void forget(UUID applicationId) {
        database.createNativeQuery("delete from logistics_reminder where application_id = :applicationId")
                .setParameter("applicationId", applicationId)
                .executeUpdate();
    }
}
