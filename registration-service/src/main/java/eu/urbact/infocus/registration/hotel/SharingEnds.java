package eu.urbact.infocus.registration.hotel;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

/**
 * Who shared a double room with somebody who has left it. Noted in the transaction of whoever leaves, so that nobody is forgotten; what comes of
 * it is done afterwards ({@link EndSharing}), because the other's application is locked by nobody then.
 */
@ApplicationScoped
class SharingEnds {

    /**
     * Somebody whose request is to be looked at.
     *
     * @param leftBy who has left
     * @param bed whether it was the room of whoever has left; otherwise it is the person's own
     */
    record SharingEnd(UUID id, UUID applicationId, UUID leftBy, boolean bed) {}

    /**
     * Who of the two names in a request is gone.
     *
     * @param fromRoom the one named for the room
     * @param fromChange the one named for the other room that is asked for
     */
    record Gone(boolean fromRoom, boolean fromChange) {}

    private static final String NAMING = """
            insert into hotel_sharing_end (application_id, left_by)
            select r.application_id, a.id from hotel_request r join application a on a.id = :applicationId
            where r.call_id = a.call_id and r.application_id <> a.id
              and (names_person(r.shares_with, a.given_name, a.family_name, a.email_key)
                   or names_person(r.change_shares_with, a.given_name, a.family_name, a.email_key))
            """;

    /**
     * Words that fit several people with a place say nothing about any of them. Whoever needs a room of their own is noted as well: they may be
     * saying at this moment that they need none.
     */
    private static final String NAMED = """
            insert into hotel_sharing_end (application_id, left_by, bed)
            select a.id, cast(:leftBy as uuid), true from application a
            where a.call_id = :callId and a.id <> :leftBy and a.state = 'ADMITTED'
              and names_person(:said, a.given_name, a.family_name, a.email_key)
              and not exists (select 1 from application o
                              where o.call_id = a.call_id and o.id <> a.id and o.id <> :leftBy and o.state = 'ADMITTED'
                                and names_person(:said, o.given_name, o.family_name, o.email_key))
            """;

    /** A name that fits somebody else with a place as well is theirs; whoever has been forgotten is named nowhere any more. */
    private static final String GONE = """
            select names_person(r.shares_with, g.given_name, g.family_name, g.email_key)
                       and not exists (select 1 from application o
                                       where o.call_id = r.call_id and o.id <> r.application_id and o.state = 'ADMITTED'
                                         and names_person(r.shares_with, o.given_name, o.family_name, o.email_key)) as room,
                   names_person(r.change_shares_with, g.given_name, g.family_name, g.email_key)
                       and not exists (select 1 from application o
                                       where o.call_id = r.call_id and o.id <> r.application_id and o.state = 'ADMITTED'
                                         and names_person(r.change_shares_with, o.given_name, o.family_name, o.email_key)) as change,
                   g.erased_at is not null and r.shares_with is null and r.change_shares_with is null as forgotten
            from hotel_request r join application g on g.id = :leftBy
            where r.id = :id and g.state <> 'ADMITTED'
            """;

    private final EntityManager database;
    private final Event<SharingLeft> left;

    SharingEnds(EntityManager database, Event<SharingLeft> left) {
        this.database = database;
        this.left = left;
    }

    /** The person had a place and does not come: of interest to those who name them for their double room. */
    void doesNotCome(UUID applicationId) {
        tell(database.createNativeQuery(NAMING)
                .setParameter("applicationId", applicationId)
                .executeUpdate());
    }

    /**
     * Whoever was named before and is not any more has no bed in this room: of interest to whoever therefore needs none of their own. When the
     * words fit several people with a place nothing happens: it is nobody's bed for certain.
     *
     * @param before the names in the request before it changed
     */
    void unnamed(HotelRequest request, Set<String> before) {
        Set<String> gone = new HashSet<>(before);
        gone.removeAll(request.sharers());
        for (String said : gone) {
            tell(database.createNativeQuery(NAMED)
                    .setParameter("leftBy", request.applicationId())
                    .setParameter("callId", request.callId())
                    .setParameter("said", said)
                    .executeUpdate());
        }
    }

    private void tell(int noted) {
        if (noted > 0) {
            left.fire(new SharingLeft());
        }
    }

    /** All that are noted. */
    @SuppressWarnings("unchecked")
    List<SharingEnd> all() {
        List<Tuple> rows = database.createNativeQuery(
                        "select id, application_id, left_by, bed from hotel_sharing_end order by id", Tuple.class)
                .getResultList();
        return rows.stream()
                .map(row -> new SharingEnd(
                        row.get("id", UUID.class),
                        row.get("application_id", UUID.class),
                        row.get("left_by", UUID.class),
                        row.get("bed", Boolean.class)))
                .toList();
    }

    /** Takes it off the list; false when somebody else has. */
    boolean take(SharingEnd end) {
        return database.createNativeQuery("delete from hotel_sharing_end where id = :id")
                        .setParameter("id", end.id())
                        .executeUpdate()
                == 1;
    }

    /** Which of the names in this request are those of somebody who has left; empty when they are named no more or are back. */
    @SuppressWarnings("unchecked")
    Optional<Gone> gone(HotelRequest request, UUID leftBy) {
        List<Tuple> rows = database.createNativeQuery(GONE, Tuple.class)
                .setParameter("id", request.id())
                .setParameter("leftBy", leftBy)
                .getResultList();
        return rows.stream()
                .filter(row -> is(row, "room") || is(row, "change") || is(row, "forgotten"))
                .map(row -> new Gone(is(row, "room"), is(row, "change")))
                .findFirst();
    }

    private static boolean is(Tuple row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }
}
