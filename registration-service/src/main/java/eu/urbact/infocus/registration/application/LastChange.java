package eu.urbact.infocus.registration.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import eu.urbact.infocus.chassis.audit.AuditEntry;
import eu.urbact.infocus.chassis.audit.AuditTrail;

/** Who has changed an application last: what somebody who has seen an older version of it is told. */
@ApplicationScoped
public class LastChange {

    /**
     * What raises an application's version. Everything else that is written down about it, such as a vote or that the person has asked for
     * their link, leaves what was decided on as it was, and whoever did it has been quicker than nobody.
     */
    private static final Set<String> RAISE_THE_VERSION = Set.of(
            "application-admitted",
            "application-waitlisted",
            "application-declined",
            "application-nominated",
            "application-edited",
            "application-answers-changed",
            "application-corrected",
            "application-address-corrected",
            "application-withdrawn",
            "application-withdrawal-taken-back",
            "application-replaced",
            "application-link-renewed",
            "application-erased",
            "personal-data-cleared",
            "seat-offered",
            "offer-accepted",
            "offer-declined",
            "offer-cancelled",
            "offer-lapsed");

    /** Whoever looks at something for longer is only told that it has changed. */
    private static final Duration LOOKED_FOR = Duration.ofDays(7);

    private static final String IN_CALL = """
            select e.id, e.at, e.actor, e.action, e.object_type, e.object_id
            from audit_entry e
            where e.at > :since
                and ((e.object_type = 'call' and e.object_id = :call and e.action in (:ofCall))
                    or (e.object_type = 'application' and e.action in (:ofApplications)
                        and exists (
                            select from application a
                            where a.call_id = :callId
                                and a.id = cast(case e.object_type when 'application' then e.object_id end as uuid))
                        and (:once = '' or exists (
                            select from audit_entry o
                            where o.object_type = 'application' and o.object_id = e.object_id and o.action = :once))))
            order by e.at desc, e.id desc
            limit 1
            """;

    private final AuditTrail audit;
    private final EntityManager database;
    private final Clock clock;

    LastChange(AuditTrail audit, EntityManager database, Clock clock) {
        this.audit = audit;
        this.database = database;
        this.clock = clock;
    }

    /** Empty when it is as it was sent in. */
    public Optional<AuditEntry> of(UUID applicationId) {
        return audit.last("application", applicationId.toString(), RAISE_THE_VERSION);
    }

    /**
     * Who has changed something last on which what is made of many applications of a call depends, in the last few days.
     *
     * @param besides what else is done to applications and changes it, beside what raises their version
     * @param ofCall what is done to the call and changes it
     * @param once only applications to which this has been done at some time, or null for all
     */
    public Optional<AuditEntry> inCall(UUID callId, Set<String> besides, Set<String> ofCall, String once) {
        Set<String> ofApplications = new HashSet<>(RAISE_THE_VERSION);
        ofApplications.addAll(besides);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = database.createNativeQuery(IN_CALL, Object[].class)
                .setParameter("since", clock.instant().minus(LOOKED_FOR))
                .setParameter("call", callId.toString())
                .setParameter("callId", callId)
                .setParameter("ofCall", ofCall)
                .setParameter("ofApplications", ofApplications)
                .setParameter("once", once == null ? "" : once)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new AuditEntry(
                        (UUID) row[0],
                        (Instant) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        null));
    }
}
