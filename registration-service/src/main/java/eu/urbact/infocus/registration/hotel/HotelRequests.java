package eu.urbact.infocus.registration.hotel;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.registration.programmeview.Workshop;

/** What people say about rooms. */
@ApplicationScoped
public class HotelRequests implements PanacheRepositoryBase<HotelRequest, UUID> {

    /** Those with a place since a while who have said nothing about a room, or nothing about these days, and have not been reminded of these. */
    private static final String TO_REMIND = """
            select a.id from application a
            where a.call_id = :callId and a.state = 'ADMITTED' and a.decided_at <= :admittedBefore
              and not exists (select 1 from hotel_request r where r.application_id = a.id and r.state <> 'CANCELLED'
                              and (r.check_in is null or (r.check_in <= :lastNight and r.check_out > :firstNight)
                                   or (r.change_check_in <= :lastNight and r.change_check_out > :firstNight)))
              and not exists (select 1 from hotel_reminder m where m.application_id = a.id and m.reminded_at >= :movedAt)
            order by a.id
            """;

    /** Double rooms that are asked for or confirmed, also instead of others, with whom they are shared. */
    private static final String SHARED = """
            with shared as (
                select id, application_id, call_id, shares_with as said, check_in, check_out
                from hotel_request where shares_with is not null
                union all
                select id, application_id, call_id, change_shares_with, change_check_in, change_check_out
                from hotel_request where change_shares_with is not null
            )
            """;

    private static final String NAMED_BACK = SHARED + """
            select count(*)
            from application me
            join shared s on s.call_id = me.call_id and s.application_id <> me.id
                and s.check_in < :checkOut and s.check_out > :checkIn
                and names_person(s.said, me.given_name, me.family_name, me.email_key)
            join application other on other.id = s.application_id
                and names_person(:said, other.given_name, other.family_name, other.email_key)
            where me.id = :applicationId
            """;

    private static final String NAMED = SHARED + """
            select count(*)
            from application me
            join shared s on s.call_id = me.call_id and s.application_id <> me.id
                and names_person(s.said, me.given_name, me.family_name, me.email_key)
            where me.id = :applicationId
            """;

    private static final String NAMED_WITH_A_ROOM = SHARED + """
            select s.id, min(cast(r.id as text)) as other
            from shared s
            join hotel_request r on r.call_id = s.call_id and r.application_id <> s.application_id
                and r.state in ('REQUESTED', 'CONFIRMED') and r.check_in < s.check_out and r.check_out > s.check_in
            join application a on a.id = r.application_id
                and names_person(s.said, a.given_name, a.family_name, a.email_key)
            where s.id in (:ids)
            group by s.id
            """;

    private static final String IN_VAIN = """
            (r.state = :requested or r.changeRequestedAt is not null)
            and (not exists (select 1 from Hotel h
                             where h.callId = r.callId and h.releasedAt is null and h.releaseAt > :now)
                 or exists (select 1 from Hotel h
                            where (h.releasedAt is not null or h.releaseAt <= :now)
                              and ((r.changeRequestedAt is null and r.othersWelcome = false and h.id = r.preferredHotelId)
                                   or (r.changeRequestedAt is not null and r.changeOthersWelcome = false
                                       and h.id = r.changePreferredHotelId))))
            """;

    /** Joins to a request {@code r} the participant whose mail address is given for whoever shares the room, by name, as {@code mate}. */
    static final String MATE = """
            left join lateral (
                select m.given_name || ' ' || m.family_name as name
                from application m
                where m.call_id = r.call_id and m.id <> r.application_id and m.state = 'ADMITTED'
                  -- by address alone
                  and names_person(r.shares_with, '', '', m.email_key)
                order by m.id limit 1) as mate on true
            """;

    private static final String NAMED_BY_ADDRESS = """
            select r.id, mate.name from hotel_request r
            """ + MATE + """
            where r.id in (:ids) and mate.name is not null
            """;

    private static final String NAMING = """
            select r.id from hotel_request r join application a on a.id = :applicationId
            where r.call_id = a.call_id
              and (r.application_id = a.id
                   or names_person(r.shares_with, a.given_name, a.family_name, a.email_key)
                   or names_person(r.change_shares_with, a.given_name, a.family_name, a.email_key))
            order by r.id for update of r
            """;

    /** A name that fits somebody else with a place as well is theirs, and so is their bed; it may be the same person, who has applied twice. */
    private static final String FORGET_NAME =
            """
            with forgotten as (
                select r.id,
                       names_person(r.shares_with, a.given_name, a.family_name, a.email_key) and %1$s as room,
                       names_person(r.change_shares_with, a.given_name, a.family_name, a.email_key) and %2$s as change
                from hotel_request r join application a on a.id = :applicationId
                where r.call_id = a.call_id and r.application_id <> a.id)
            update hotel_request r set
                shares_with = case when f.room then null else r.shares_with end,
                change_shares_with = case when f.change then null else r.change_shares_with end,
                version = r.version + 1
            from forgotten f
            where r.id = f.id and (f.room or f.change)
            """.formatted(nobodyElseIn("r.shares_with"), nobodyElseIn("r.change_shares_with"));

    private static final String CALL_AS_NOW = """
            with renamed as (
                select r.id, %1$s as room, %2$s as change
                from hotel_request r join application a on a.id = :applicationId
                where r.call_id = a.call_id and r.application_id <> a.id and a.state = 'ADMITTED' and (%1$s or %2$s)
                order by r.id for update of r)
            update hotel_request r set
                shares_with = case when n.room then %3$s else r.shares_with end,
                change_shares_with = case when n.change then %4$s else r.change_shares_with end,
                version = r.version + 1
            from renamed n
            where r.id = n.id
            """.formatted(
                    calledAsBeforeIn("r.shares_with"),
                    calledAsBeforeIn("r.change_shares_with"),
                    asNow("r.shares_with"),
                    asNow("r.change_shares_with"));

    /**
     * Of words that may name the person {@code a}: whether they fit nobody else with a place. A name that does is theirs, and so is their bed; it
     * may be the same person, who has applied twice.
     */
    private static String nobodyElseIn(String said) {
        return """
                not exists (select 1 from application o
                            where o.call_id = r.call_id and o.id not in (a.id, r.application_id) and o.state = 'ADMITTED'
                              and names_person(%1$s, o.given_name, o.family_name, o.email_key))""".formatted(said);
    }

    /** Whether words name the person {@code a} as they were called before, and would not be found by how they are called now. */
    private static String calledAsBeforeIn(String said) {
        return """
                (names_person(%1$s, :givenName, :familyName, a.email_key)
                 and not names_person(%1$s, a.given_name, a.family_name, a.email_key) and %2$s)""".formatted(said, nobodyElseIn(said));
    }

    /** The new name instead of the old one; whoever has written more than that keeps it, and finds the new name after it where it still fits in. */
    private static String asNow(String said) {
        return """
                case when name_key(%1$s) in (name_key(:givenName || ' ' || :familyName), name_key(:familyName || ' ' || :givenName))
                     then cast(:now as text)
                     when length(%1$s || ' (now ' || :now || ')') <= :mostLetters then %1$s || ' (now ' || :now || ')'
                     else %1$s end""".formatted(said);
    }

    /** The call's, in the order in which they came; of one state when it is given, and with REQUESTED also those who ask for another room. */
    public Page<HotelRequest> of(UUID callId, HotelRequest.State state, PageRequest page) {
        var all = state == null
                ? find("callId = ?1 order by requestedAt, id", callId)
                : state == HotelRequest.State.REQUESTED
                        ? find(
                                "callId = ?1 and (state = ?2 or changeRequestedAt is not null)"
                                        + " order by coalesce(changeRequestedAt, requestedAt), id",
                                callId,
                                state)
                        : find("callId = ?1 and state = ?2 order by requestedAt, id", callId, state);
        List<HotelRequest> rows =
                all.range(page.offset(), page.offset() + page.size() - 1).list();
        return Page.of(rows, page, all.count());
    }

    public Optional<HotelRequest> of(UUID callId, UUID id) {
        return find("callId = ?1 and id = ?2", callId, id).firstResultOptional();
    }

    /**
     * The request, locked, as it is now; its application has to be locked before, as everybody does who changes it, and rooms after it: whoever
     * forgets a person locks the requests that name them, and gives their room back then.
     */
    public HotelRequest current(UUID id) {
        HotelRequest request = findById(id);
        getEntityManager().refresh(request, LockModeType.PESSIMISTIC_WRITE);
        return request;
    }

    /** The same for the one of this application, if there is one. */
    Optional<HotelRequest> currentOf(UUID applicationId) {
        return ofApplication(applicationId).map(request -> current(request.id()));
    }

    public Optional<HotelRequest> ofApplication(UUID applicationId) {
        return find("applicationId", applicationId).firstResultOptional();
    }

    /** Who waits for a room, or for another one, the longest first. */
    List<UUID> waitingInOrder(UUID callId) {
        return getEntityManager()
                .createQuery(
                        "select r.id from HotelRequest r where r.callId = :callId"
                                + " and (r.state = :requested or r.changeRequestedAt is not null)"
                                + " order by coalesce(r.changeRequestedAt, r.requestedAt), r.id",
                        UUID.class)
                .setParameter("callId", callId)
                .setParameter("requested", HotelRequest.State.REQUESTED)
                .getResultList();
    }

    /** Whether somebody else has waited longer for a room that this one would take in this hotel. */
    boolean isWaitedForLonger(HotelRequest one, UUID hotelId) {
        Stay stay = one.waiting().stay();
        return getEntityManager()
                        .createQuery(
                                "select count(r) from HotelRequest r where r.callId = :callId and r.id <> :id"
                                        + " and ((r.state = :requested and r.requestedAt < :since"
                                        + " and r.roomType = :roomType and r.checkIn < :checkOut and r.checkOut > :checkIn"
                                        + " and (r.preferredHotelId is null or r.preferredHotelId = :hotelId or r.othersWelcome = true))"
                                        + " or (r.changeRequestedAt < :since"
                                        + " and r.changeRoomType = :roomType and r.changeCheckIn < :checkOut and r.changeCheckOut > :checkIn"
                                        + " and (r.changePreferredHotelId is null or r.changePreferredHotelId = :hotelId"
                                        + " or r.changeOthersWelcome = true)))",
                                Long.class)
                        .setParameter("callId", one.callId())
                        .setParameter("id", one.id())
                        .setParameter("requested", HotelRequest.State.REQUESTED)
                        .setParameter("since", one.waitsSince())
                        .setParameter("roomType", stay.roomType())
                        .setParameter("checkIn", stay.checkIn())
                        .setParameter("checkOut", stay.checkOut())
                        .setParameter("hotelId", hotelId)
                        .getSingleResult()
                > 0;
    }

    /** Lets one after the other say with whom they share: two who name each other at the same moment see one another. */
    void lockSharing(UUID callId) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtext(:lock)) as text)")
                .setParameter("lock", "hotel-sharing-" + callId)
                .getSingleResult();
    }

    /** Whether somebody whom these words name shares a double room with this person, as they say, in one of the nights of this stay. */
    boolean isNamedBack(UUID applicationId, Stay stay, String said) {
        return ((Number) getEntityManager()
                                .createNativeQuery(NAMED_BACK)
                                .setParameter("applicationId", applicationId)
                                .setParameter("said", said)
                                .setParameter("checkIn", stay.checkIn())
                                .setParameter("checkOut", stay.checkOut())
                                .getSingleResult())
                        .longValue()
                > 0;
    }

    /** Whether anybody shares a double room with this person, as they say. */
    boolean isNamed(UUID applicationId) {
        return ((Number) getEntityManager()
                                .createNativeQuery(NAMED)
                                .setParameter("applicationId", applicationId)
                                .getSingleResult())
                        .longValue()
                > 0;
    }

    /** Of these requests those that name somebody who wants or has a room too in one of the nights, each with that person's request. */
    public Map<UUID, UUID> namedWithRoom(Collection<UUID> ids) {
        return named(NAMED_WITH_A_ROOM, ids, row -> UUID.fromString(row.get("other", String.class)));
    }

    /** Of these requests those that give the mail address of a participant for whoever shares the room, each with that person's name. */
    public Map<UUID, String> namedByAddress(Collection<UUID> ids) {
        return named(NAMED_BY_ADDRESS, ids, row -> row.get("name", String.class));
    }

    @SuppressWarnings("unchecked")
    private <T> Map<UUID, T> named(String query, Collection<UUID> ids, Function<Tuple, T> found) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Tuple> rows = getEntityManager()
                .createNativeQuery(query, Tuple.class)
                .setParameter("ids", ids)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> row.get("id", UUID.class), found));
    }

    /** Locks the person's request and those of others that name them, in the order of their ids. */
    void lockNaming(UUID applicationId) {
        getEntityManager()
                .createNativeQuery(NAMING)
                .setParameter("applicationId", applicationId)
                .getResultList();
    }

    /**
     * Nobody names this person any more; as long as their own name is there to find it by. Words that fit somebody else with a place as well are
     * theirs, and stay.
     */
    void forgetName(UUID applicationId) {
        getEntityManager()
                .createNativeQuery(FORGET_NAME)
                .setParameter("applicationId", applicationId)
                .executeUpdate();
    }

    /**
     * Whoever names this person as they were called before names them as they are called now, so that they are found there further on, and
     * forgotten. Words that fit somebody else with a place as well stay.
     */
    void callAsNow(UUID applicationId, String givenName, String familyName, String now) {
        getEntityManager()
                .createNativeQuery(CALL_AS_NOW)
                .setParameter("applicationId", applicationId)
                .setParameter("givenName", givenName)
                .setParameter("familyName", familyName)
                .setParameter("now", now)
                .setParameter("mostLetters", HotelRequest.MOST_LETTERS_OF_SHARER)
                .executeUpdate();
    }

    long naming(UUID hotelId) {
        return count("hotelId = ?1 or preferredHotelId = ?1 or changePreferredHotelId = ?1", hotelId);
    }

    /** Those who wait though no hotel of their call keeps rooms any more, or though the only one that they would take does not. */
    List<UUID> inVain(Instant now) {
        return getEntityManager()
                .createQuery("select r.id from HotelRequest r where " + IN_VAIN + " order by r.id", UUID.class)
                .setParameter("requested", HotelRequest.State.REQUESTED)
                .setParameter("now", now)
                .getResultList();
    }

    /** Whether this one does, as it stands in the database. */
    boolean isInVain(UUID id, Instant now) {
        return getEntityManager()
                        .createQuery("select count(r) from HotelRequest r where r.id = :id and " + IN_VAIN, Long.class)
                        .setParameter("id", id)
                        .setParameter("requested", HotelRequest.State.REQUESTED)
                        .setParameter("now", now)
                        .getSingleResult()
                > 0;
    }

    /** How many people wait for a room, or for another one. */
    public long waiting(UUID callId) {
        return count(
                "callId = ?1 and (state = ?2 or changeRequestedAt is not null)", callId, HotelRequest.State.REQUESTED);
    }

    @SuppressWarnings("unchecked")
    List<UUID> toRemind(UUID callId, Workshop workshop, Instant admittedBefore) {
        return getEntityManager()
                .createNativeQuery(TO_REMIND)
                .setParameter("callId", callId)
                .setParameter("admittedBefore", admittedBefore)
                .setParameter("firstNight", workshop.firstDay().minusDays(1))
                .setParameter("lastNight", workshop.lastDay().plusDays(1))
                .setParameter("movedAt", workshop.movedAt())
                .getResultList();
    }

    /** When the person was reminded, if they were. */
    Optional<Instant> remindedAt(UUID applicationId) {
        List<?> found = getEntityManager()
                .createNativeQuery(
                        "select reminded_at from hotel_reminder where application_id = :applicationId", Instant.class)
                .setParameter("applicationId", applicationId)
                .getResultList();
        return found.stream().map(Instant.class::cast).findFirst();
    }

    /** Notes that the person is reminded; false when they were, of the days on which the workshop is now. */
    boolean remindOnce(UUID applicationId, Workshop workshop, Instant now) {
        return getEntityManager()
                        .createNativeQuery("insert into hotel_reminder as m (application_id, reminded_at)"
                                + " values (:applicationId, :now) on conflict (application_id)"
                                + " do update set reminded_at = excluded.reminded_at where m.reminded_at < :movedAt")
                        .setParameter("applicationId", applicationId)
                        .setParameter("now", now)
                        .setParameter("movedAt", workshop.movedAt())
                        .executeUpdate()
                == 1;
    }

    /** Whoever loses their place and gets one again is asked anew, and reminded like anybody. */
    void forgetReminder(UUID applicationId) {
        getEntityManager()
                .createNativeQuery("delete from hotel_reminder where application_id = :applicationId")
                .setParameter("applicationId", applicationId)
                .executeUpdate();
    }
}
