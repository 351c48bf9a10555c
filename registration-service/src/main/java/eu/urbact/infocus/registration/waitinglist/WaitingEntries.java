package eu.urbact.infocus.registration.waitinglist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.suggestion.PeopleSetAside;

/**
 * The waiting lists in the order of {@link WaitingListRule}.
 *
 * <p>The rule fills seats one after the other: the next one goes to the origin (a partner city, or a country for people without one)
 * with the fewest seats, and that origin then has one more. Sorting says the same: the n-th person of an origin comes when it has its
 * seats of now and n − 1 more, so the list is ordered by that number, and between equals by priority and time. The database does it.
 * A seat that is kept for somebody whom a city sends in another's place is one of that city's. Whoever has been forgotten while they
 * waited stays counted as that and is on no list: nobody can be offered anything who is not known.
 */
@ApplicationScoped
public class WaitingEntries implements PanacheRepositoryBase<WaitingEntry, UUID>, PeopleSetAside {

    private static final String RANKED = """
            with person as (
                select a.id, a.state, a.bucket, a.given_name, a.family_name, a.organisation, a.city_id, a.country, a.contributor,
                       a.applied_at, a.erased_at,
                       case when a.city_id is null then 'country ' || a.country else 'city ' || a.city_id end as origin
                from application a
                where a.call_id = :callId and (a.state = 'WAITLISTED' or a.bucket is not null)),
            taken as (
                select origin, false as kept from person where bucket is not null
                union all
                select 'city ' || i.city_id, true from invitation i
                where i.call_id = :callId and i.state = 'INVITED' and i.seat_kept),
            seated as (
                select origin, count(*) as seats, count(*) filter (where kept) as kept from taken group by origin),
            waiting as (
                select p.*, coalesce(s.seats, 0) as seats, coalesce(s.kept, 0) as kept,
                       coalesce(e.priority, 0) as priority, coalesce(e.passed, 0) as passed, e.first_at, coalesce(e.set_aside, false) as set_aside,
                       coalesce(e.version, 0) as version
                from person p
                left join seated s on s.origin = p.origin
                left join waiting_entry e on e.application_id = p.id
                where p.state = 'WAITLISTED' and p.erased_at is null),
            levelled as (
                select w.*, w.seats + row_number() over (
                    partition by w.origin
                    order by w.first_at nulls last, w.set_aside, w.passed, w.priority desc, w.applied_at, w.id) as level
                from waiting w),
            ranked as (
                select l.*,
                       case when l.first_at is not null then (
                           select p.reason from waiting_precedence p
                           where p.application_id = l.id order by p.given_at desc, p.id desc limit 1) end as first_reason,
                       row_number() over (
                    order by l.first_at nulls last, l.set_aside, l.passed, l.level, l.priority desc, l.applied_at, l.id) as place
                from levelled l)
            """;

    private static final String INSERT_DEFAULT = """
            insert into waiting_entry (application_id) values (:applicationId) on conflict (application_id) do nothing
            """;

    private static final String SET_ASIDE = """
            select e.applicationId from WaitingEntry e join Application a on a.id = e.applicationId
            where a.callId = :callId and a.state = :waitlisted and e.setAside
            """;

    /** One page of the list, from its first place on. */
    public Page<Waiting> list(UUID callId, PageRequest page) {
        List<Waiting> rows = all(ranked("select * from ranked order by place limit :size offset :offset", callId)
                .setParameter("size", page.size())
                .setParameter("offset", page.offset()));
        Number total = (Number) getEntityManager()
                .createNativeQuery("select count(*) from application where call_id = :callId and state = 'WAITLISTED'"
                        + " and erased_at is null")
                .setParameter("callId", callId)
                .getSingleResult();
        return Page.of(rows, page, total.longValue());
    }

    /** Where a person stands; empty for somebody who does not wait. */
    public Optional<Waiting> of(UUID callId, UUID applicationId) {
        return all(ranked("select * from ranked where id = :applicationId", callId)
                        .setParameter("applicationId", applicationId))
                .stream()
                .findFirst();
    }

    /** The first person on the list who may have a seat of this bucket. */
    Optional<Waiting> firstFor(UUID callId, BucketCode bucket) {
        String who = bucket.cityId().isPresent()
                ? "where not set_aside and city_id = :cityId"
                : bucket.equals(BucketCode.CONTRIBUTORS)
                        ? "where not set_aside and contributor"
                        : "where not set_aside";
        Query query = ranked("select * from ranked " + who + " order by place limit 1", callId);
        bucket.cityId().ifPresent(cityId -> query.setParameter("cityId", cityId));
        return all(query).stream().findFirst();
    }

    /** Whether this person is offered a seat only if organisers put them first. */
    boolean isSetAside(UUID applicationId) {
        return findByIdOptional(applicationId).map(WaitingEntry::isSetAside).orElse(false);
    }

    @Override
    public Set<UUID> setAside(UUID callId) {
        return getEntityManager()
                .createQuery(SET_ASIDE, UUID.class)
                .setParameter("callId", callId)
                .setParameter("waitlisted", ApplicationState.WAITLISTED)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /** Raised by every change of what moves this person; 0 for somebody whom nobody has moved. */
    public long version(UUID applicationId) {
        return findByIdOptional(applicationId).map(WaitingEntry::version).orElse(0L);
    }

    /** What moves a person on the list, locked, and written down when it was not. */
    WaitingEntry toChange(UUID applicationId) {
        getEntityManager()
                .createNativeQuery(INSERT_DEFAULT)
                .setParameter("applicationId", applicationId)
                .executeUpdate();
        return findById(applicationId, LockModeType.PESSIMISTIC_WRITE);
    }

    private Query ranked(String select, UUID callId) {
        return getEntityManager()
                .createNativeQuery(RANKED + select, Tuple.class)
                .setParameter("callId", callId);
    }

    @SuppressWarnings("unchecked") // the query says Tuple
    private static List<Waiting> all(Query query) {
        return ((List<Tuple>) query.getResultList())
                .stream().map(WaitingEntries::waiting).toList();
    }

    private static Waiting waiting(Tuple row) {
        return new Waiting(
                number(row, "place").intValue(),
                row.get("id", UUID.class),
                row.get("given_name", String.class),
                row.get("family_name", String.class),
                row.get("organisation", String.class),
                row.get("city_id", String.class),
                row.get("country", String.class),
                row.get("contributor", Boolean.class),
                row.get("applied_at", Instant.class),
                number(row, "seats").intValue(),
                number(row, "kept").intValue(),
                number(row, "level").intValue(),
                number(row, "priority").intValue(),
                number(row, "passed").intValue(),
                row.get("set_aside", Boolean.class),
                row.get("first_at", Instant.class),
                row.get("first_reason", String.class),
                number(row, "version").longValue());
    }

    private static Number number(Tuple row, String column) {
        return (Number) row.get(column);
    }
}
