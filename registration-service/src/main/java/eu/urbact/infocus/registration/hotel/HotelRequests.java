package eu.urbact.infocus.registration.hotel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;

/** What people say about rooms. */
@ApplicationScoped
public class HotelRequests implements PanacheRepositoryBase<HotelRequest, UUID> {

    /** Those with a place since a while who have said nothing about a room and have not been reminded. */
    private static final String TO_REMIND = """
            select a.id from application a
            where a.call_id = :callId and a.state = 'ADMITTED' and a.decided_at <= :admittedBefore
              and not exists (select 1 from hotel_request r where r.application_id = a.id and r.state <> 'CANCELLED')
              and not exists (select 1 from hotel_reminder m where m.application_id = a.id)
            order by a.id
            """;

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

    /** The request as it is now; its application has to be locked, as everybody does who changes it. */
    public HotelRequest current(UUID id) {
        HotelRequest request = findById(id);
        getEntityManager().refresh(request);
        return request;
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

    long naming(UUID hotelId) {
        return count("hotelId = ?1 or preferredHotelId = ?1 or changePreferredHotelId = ?1", hotelId);
    }

    /** Those who wait though no hotel of their call keeps rooms any more. */
    List<UUID> inVain(Instant now) {
        return getEntityManager()
                .createQuery(
                        "select r.id from HotelRequest r where (r.state = :requested or r.changeRequestedAt is not null)"
                                + " and not exists (select 1 from Hotel h"
                                + " where h.callId = r.callId and h.releasedAt is null and h.releaseAt > :now)"
                                + " order by r.id",
                        UUID.class)
                .setParameter("requested", HotelRequest.State.REQUESTED)
                .setParameter("now", now)
                .getResultList();
    }

    /** How many people wait for a room, or for another one. */
    public long waiting(UUID callId) {
        return count(
                "callId = ?1 and (state = ?2 or changeRequestedAt is not null)", callId, HotelRequest.State.REQUESTED);
    }

    @SuppressWarnings("unchecked")
    List<UUID> toRemind(UUID callId, Instant admittedBefore) {
        return getEntityManager()
                .createNativeQuery(TO_REMIND, UUID.class)
                .setParameter("callId", callId)
                .setParameter("admittedBefore", admittedBefore)
                .getResultList();
    }

    /** Notes that the person is reminded; false when they were. */
    boolean remindOnce(UUID applicationId, Instant now) {
        return getEntityManager()
                        .createNativeQuery("insert into hotel_reminder (application_id, reminded_at)"
                                + " values (:applicationId, :now) on conflict (application_id) do nothing")
                        .setParameter("applicationId", applicationId)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }
}
