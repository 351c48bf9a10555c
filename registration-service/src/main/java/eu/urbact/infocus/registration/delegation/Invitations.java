package eu.urbact.infocus.registration.delegation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.EmailAddress;
import eu.urbact.infocus.registration.seat.BucketCode;

/** All invitations. */
@ApplicationScoped
public class Invitations implements PanacheRepositoryBase<Invitation, UUID> {

    /** How many seats of the city's bucket there are, and how many of them are held. */
    record Quota(int limit, int held) {}

    /** Invitations that the city's hand-back day has ended, and nobody has closed yet, are not open. */
    private static final String BALANCE = """
            select substr(b.code, 6), b.label, b.seat_limit, b.held,
                   count(i.id) filter (where i.state = 'INVITED' and i.expires_at > :now),
                   count(distinct a.id),
                   count(i.id) filter (where i.state = 'INVITED' and i.expires_at > :now and i.seat_kept),
                   b.hand_back_on, count(distinct a.id) filter (where a.state = 'SUBMITTED'),
                   coalesce(cast(b.hand_back_on as timestamp) at time zone c.zone <= :now, false)
                       and exists (select 1 from seat_bucket o where o.call_id = b.call_id and o.code = 'OPEN'),
                   count(i.id),
                   count(i.id) filter (where i.state = 'INVITED' and i.expires_at > :now and not i.seat_kept
                       and exists (select 1 from application s where s.call_id = i.call_id and s.email_key = i.email_key
                           and s.city_id = i.city_id and (s.state = 'ADMITTED' or s.state = 'OFFERED' and s.bucket = b.code)))
            from seat_bucket b
            join call_for_participation c on c.id = b.call_id
            left join invitation i on i.call_id = b.call_id and b.code = 'CITY:' || i.city_id
            left join application a on a.id = i.application_id and a.city_id = i.city_id
                and a.state not in ('DECLINED', 'WITHDRAWN')
            where b.call_id = :call and b.code like 'CITY:%'
            group by b.call_id, b.code, b.label, b.seat_limit, b.held, b.hand_back_on, c.zone
            order by b.code
            """;

    /** Whoever has less time than usual is reminded halfway, but not within a day of the invitation: one mail a day is enough. */
    private static final String TO_REMIND = """
            select id from invitation
            where state = 'INVITED' and remind_at is not null and expires_at > :now
              and least(remind_at,
                        greatest(invited_at + (expires_at - invited_at) / 2, invited_at + interval '1 day')) <= :now
            order by id
            """;

    /** Until when each invitation that nobody has answered can be, and until when that was said. */
    private static final String ANSWERABLE = """
            with answerable as (
                select i.id, i.expires_at as said,
                       case when i.seat_kept then w.starts_at
                            else least(c.closed_early_at, c.closes_at, cast(b.hand_back_on as timestamp) at time zone c.zone)
                       end as until
                from invitation i
                join call_for_participation c on c.id = i.call_id
                join workshop_view w on w.id = c.workshop_id
                left join seat_bucket b on b.call_id = i.call_id and b.code = 'CITY:' || i.city_id
                    and exists (select 1 from seat_bucket o where o.call_id = i.call_id and o.code = 'OPEN')
                where i.state = 'INVITED')
            """;

    private static final String ENDING_EARLIER =
            ANSWERABLE + "select id from answerable where until < said and said > :now order by id";

    private static final String FOLLOW_CLOSING = ANSWERABLE + """
            , moved as (
                update invitation i set expires_at = a.until, version = i.version + 1
                from answerable a
                where a.id = i.id and i.state = 'INVITED' and i.expires_at <> a.until
                returning i.id, a.said, a.until)
            select id from moved where until < said and said > :now order by id
            """;

    /** The city's seats, locked, so that two colleagues do not invite two people for the last one. Empty when there is no such bucket. */
    Optional<Quota> lockQuota(UUID callId, String cityId) {
        List<?> rows = getEntityManager()
                .createNativeQuery(
                        "select seat_limit, held from seat_bucket where call_id = :call and code = :code for no key update")
                .setParameter("call", callId)
                .setParameter("code", BucketCode.city(cityId).value())
                .getResultList();
        return rows.stream().findFirst().map(row -> {
            Object[] columns = (Object[]) row;
            return new Quota(((Number) columns[0]).intValue(), ((Number) columns[1]).intValue());
        });
    }

    /** Who can answer such an invitation and has an application for its city in one of these states, each with the city. */
    Map<UUID, String> invitedApplicants(UUID callId, Instant now, Collection<ApplicationState> states) {
        return getEntityManager()
                .createQuery(
                        "select distinct a.id, a.cityId from Invitation i join Application a on a.callId = i.callId"
                                + " and a.emailKey = i.emailKey and a.cityId = i.cityId where i.callId = :call"
                                + " and i.state = :invited and i.seatKept = false and i.expiresAt > :now and a.state in :states",
                        Object[].class)
                .setParameter("call", callId)
                .setParameter("invited", InvitationState.INVITED)
                .setParameter("now", now)
                .setParameter("states", states)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    /** How the city's seats are used now, without a lock; none when it has no bucket. */
    InvitationPolicy.Numbers numbers(UUID callId, String cityId, Instant now) {
        Optional<CityBalance> city = balance(callId, now).stream()
                .filter(balance -> balance.cityId().equals(cityId))
                .findFirst();
        return city.map(balance -> new InvitationPolicy.Numbers(
                        balance.limit(), balance.held(), balance.promised(), balance.undecided()))
                .orElseGet(() -> new InvitationPolicy.Numbers(0, 0, 0, 0));
    }

    /** Invitations of the city that can be answered and need a seat which is not held yet. */
    long openWithoutSeat(UUID callId, String cityId, Instant now) {
        return openWithoutSeat(callId, now).getOrDefault(cityId, 0);
    }

    /**
     * The same for all cities that have any. Who has got a seat with the city without having answered needs no second one, and whom one of
     * the city's own is offered has it already; another one that is offered may still lapse. Those who have got a seat with another city, or
     * with none, count like anybody: a city learns of its own people only, so its numbers must not tell of others.
     */
    Map<String, Integer> openWithoutSeat(UUID callId, Instant now) {
        return getEntityManager()
                .createQuery(
                        "select i.cityId, count(i) from Invitation i where i.callId = :call and i.state = :state"
                                + " and i.seatKept = false and i.expiresAt > :now and not exists (select 1 from Application a"
                                + " where a.callId = i.callId and a.emailKey = i.emailKey and a.cityId = i.cityId and (a.state = :admitted or a.state = :offered"
                                + " and a.bucket = concat('CITY:', i.cityId))) group by i.cityId",
                        Object[].class)
                .setParameter("call", callId)
                .setParameter("state", InvitationState.INVITED)
                .setParameter("now", now)
                .setParameter("admitted", ApplicationState.ADMITTED)
                .setParameter("offered", ApplicationState.OFFERED)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> Math.toIntExact((Long) row[1])));
    }

    /** Nominees of the city about whom nobody has decided yet. */
    long undecided(UUID callId, String cityId) {
        return getEntityManager()
                .createQuery(
                        "select count(distinct a.id) from Invitation i join Application a on a.id = i.applicationId"
                                + " where i.callId = :call and i.cityId = :city and a.cityId = i.cityId and a.state = :state",
                        Long.class)
                .setParameter("call", callId)
                .setParameter("city", cityId)
                .setParameter("state", ApplicationState.SUBMITTED)
                .getSingleResult();
    }

    /** The applications of those nominees in all cities, each with its city. */
    Map<UUID, String> undecided(UUID callId) {
        return getEntityManager()
                .createQuery(
                        "select distinct a.id, a.cityId from Invitation i join Application a on a.id = i.applicationId"
                                + " where i.callId = :call and a.cityId = i.cityId and a.state = :state",
                        Object[].class)
                .setParameter("call", callId)
                .setParameter("state", ApplicationState.SUBMITTED)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    /** How many seats each city keeps for people who stand in and have not answered. */
    Map<String, Integer> keptSeats(UUID callId) {
        return getEntityManager()
                .createQuery(
                        "select i.cityId, count(i) from Invitation i"
                                + " where i.callId = :call and i.state = :state and i.seatKept group by i.cityId",
                        Object[].class)
                .setParameter("call", callId)
                .setParameter("state", InvitationState.INVITED)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> Math.toIntExact((Long) row[1])));
    }

    /** Whether nobody has decided yet about this nominee of the city. */
    boolean isUndecided(UUID callId, String cityId, String emailKey) {
        return getEntityManager()
                        .createQuery(
                                "select count(a) from Invitation i join Application a on a.id = i.applicationId"
                                        + " where i.callId = :call and i.cityId = :city and a.cityId = i.cityId"
                                        + " and a.emailKey = :email and a.state = :state",
                                Long.class)
                        .setParameter("call", callId)
                        .setParameter("city", cityId)
                        .setParameter("email", emailKey)
                        .setParameter("state", ApplicationState.SUBMITTED)
                        .getSingleResult()
                > 0;
    }

    /** When the city has invited this address for the call after that moment, whatever became of it; the latest first. Erased ones have no address to find them by. */
    List<Instant> invitedSince(UUID callId, String cityId, String emailKey, Instant after) {
        return getEntityManager()
                .createQuery(
                        "select i.invitedAt from Invitation i where i.callId = :call and i.cityId = :city"
                                + " and i.emailKey = :email and i.invitedAt > :after order by i.invitedAt desc",
                        Instant.class)
                .setParameter("call", callId)
                .setParameter("city", cityId)
                .setParameter("email", emailKey)
                .setParameter("after", after)
                .getResultList();
    }

    boolean isInvited(UUID callId, String cityId, String emailKey) {
        return count(
                        "callId = ?1 and cityId = ?2 and emailKey = ?3 and state = ?4",
                        callId,
                        cityId,
                        emailKey,
                        InvitationState.INVITED)
                > 0;
    }

    /** The invitation, locked, as it is now. Locked after applications and before seats. */
    Invitation toChange(UUID id) {
        Invitation invitation = findById(id);
        getEntityManager().refresh(invitation, LockModeType.PESSIMISTIC_WRITE);
        return invitation;
    }

    /** Only if it belongs to this call and one of these cities. */
    public Optional<Invitation> ofCities(UUID callId, UUID id, Set<String> cities) {
        return find("id = ?1 and callId = ?2 and cityId in ?3", id, callId, cities)
                .firstResultOptional();
    }

    /** One page of what these cities have sent for a call, oldest first. */
    public Page<Invitation> list(UUID callId, Set<String> cities, PageRequest page) {
        String where = "callId = ?1 and cityId in ?2";
        return Page.of(
                find(where + " order by invitedAt, id", callId, cities)
                        .range(page.offset(), page.offset() + page.size() - 1)
                        .list(),
                page,
                count(where, callId, cities));
    }

    /** How many of a call can still be answered. */
    long countAnswerable(UUID callId, Instant now) {
        return count("callId = ?1 and state = ?2 and expiresAt > ?3", callId, InvitationState.INVITED, now);
    }

    public List<Invitation> all(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** Those whose reminder is due: at its time, or halfway to the end when that is earlier, as the end is now. */
    List<UUID> toRemind(Instant now) {
        return found(TO_REMIND, now);
    }

    /**
     * Open invitations can be answered until their call closes or their city hands its unused seats back, as {@link
     * eu.urbact.infocus.registration.call.HandBackPolicy} says, whichever is earlier; those that keep a seat until the workshop begins. All
     * as it is now.
     *
     * @return those that could still be answered and end earlier than before
     */
    List<UUID> followClosing(Instant now) {
        return found(FOLLOW_CLOSING, now);
    }

    /** Those that can still be answered, but not for as long as was said: {@link #followClosing} has them end earlier. */
    List<UUID> endingEarlier(Instant now) {
        return found(ENDING_EARLIER, now);
    }

    List<UUID> toExpire(Instant now) {
        return ids("select id from Invitation where state = ?1 and expiresAt <= ?2 order by id", now);
    }

    /**
     * All that say something about the person behind this application: the one through which it was made, and those that any city has sent
     * to the same address, open ones too. In the order in which they are locked.
     */
    List<Invitation> knownOf(Application application) {
        return list(
                "forgottenAt is null and (applicationId = ?1"
                        + " or (callId = ?2 and emailKey = ?3 and applicationId is null)) order by id",
                application.id(),
                application.callId(),
                new EmailAddress(application.email()).key());
    }

    /** Those through which this application was made, in the order in which they are locked. */
    List<Invitation> of(UUID applicationId) {
        return find("applicationId = ?1 order by id", applicationId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Ended before this moment, by people who have not applied through them. */
    List<UUID> toForget(Instant endedBefore) {
        return getEntityManager()
                .createQuery(
                        "select id from Invitation where state <> ?1 and applicationId is null and forgottenAt is null and closedAt <= ?2 order by id",
                        UUID.class)
                .setParameter(1, InvitationState.INVITED)
                .setParameter(2, endedBefore)
                .getResultList();
    }

    @SuppressWarnings("unchecked") // the query says UUID
    private List<UUID> found(String query, Instant now) {
        return getEntityManager()
                .createNativeQuery(query)
                .setParameter("now", now)
                .getResultList();
    }

    private List<UUID> ids(String query, Instant now) {
        return getEntityManager()
                .createQuery(query, UUID.class)
                .setParameter(1, InvitationState.INVITED)
                .setParameter(2, now)
                .getResultList();
    }

    /** How every city of the call has filled its seats at this moment, in the order of their ids. */
    public List<CityBalance> balance(UUID callId, Instant now) {
        List<?> rows = getEntityManager()
                .createNativeQuery(BALANCE)
                .setParameter("call", callId)
                .setParameter("now", now)
                .getResultList();
        return rows.stream().map(row -> CityBalance.of((Object[]) row)).toList();
    }
}
