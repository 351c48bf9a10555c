package eu.urbact.infocus.registration.hotel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

/** What organisers and hotels look at, made by the database. */
@ApplicationScoped
public class RoomReports {

    /** Everything that waits: rooms that are asked for, and others instead of confirmed ones. */
    private static final String WAITING = """
            with waiting as (
                select room_type, check_in, check_out, preferred_hotel_id as hotel_id
                from hotel_request where call_id = :callId and state = 'REQUESTED'
                union all
                select change_room_type, change_check_in, change_check_out, change_preferred_hotel_id
                from hotel_request where call_id = :callId and change_requested_at is not null
            )
            """;

    private static final String PICK_UP = WAITING + """
            select h.id as hotel_id, h.name, n.room_type, n.night, n.rooms, n.held, n.given_back, n.price_cents,
                   (select count(*) from waiting r
                    where h.released_at is null and r.hotel_id = h.id and r.room_type = n.room_type and r.check_in <= n.night and n.night < r.check_out) as requested
            from hotel h join hotel_night n on n.hotel_id = h.id
            where h.call_id = :callId
            order by h.name, h.id, n.room_type desc, n.night
            """;

    private static final String REQUESTED_ANYWHERE = WAITING + """
            select count(*) from waiting r
            where not exists (select 1 from hotel_night n join hotel h on h.id = n.hotel_id and h.released_at is null
                              where n.hotel_id = r.hotel_id and n.room_type = r.room_type
                                and r.check_in <= n.night and n.night < r.check_out)
            """;

    private static final String ROOMING_LIST = """
            select h.name, r.room_type, a.family_name, a.given_name, a.organisation, a.city_id, a.country,
                   r.check_in, r.check_out, r.check_out - r.check_in as nights,
                   r.price_cents, r.decided_at, r.shares_with, mate.name as shares_with_name
            from hotel_request r
            join hotel h on h.id = r.hotel_id
            join application a on a.id = r.application_id
            """ + HotelRequests.MATE + """
            where r.call_id = :callId and (cast(:hotelId as uuid) is null or h.id = cast(:hotelId as uuid))
            order by h.name, h.id, a.sort_name, a.id
            """;

    private final EntityManager database;

    RoomReports(EntityManager database) {
        this.database = database;
    }

    /** By hotel, kind of room and night. */
    public List<PickUp> pickUp(UUID callId) {
        return tuples(database.createNativeQuery(PICK_UP, Tuple.class).setParameter("callId", callId)).stream()
                .map(RoomReports::pickUp)
                .toList();
    }

    /** How many people wait without naming a hotel that still keeps such rooms: for any, or for another as well. */
    public long requestedAnywhere(UUID callId) {
        return ((Number) database.createNativeQuery(REQUESTED_ANYWHERE)
                        .setParameter("callId", callId)
                        .getSingleResult())
                .longValue();
    }

    /** Room nights that can still be given, in all hotels of the call. */
    public long freeRoomNights(UUID callId) {
        return ((Number) database.createNativeQuery(
                                "select coalesce(sum(n.rooms - n.held - n.given_back), 0) from hotel h"
                                        + " join hotel_night n on n.hotel_id = h.id where h.call_id = :callId and h.released_at is null")
                        .setParameter("callId", callId)
                        .getSingleResult())
                .longValue();
    }

    /** Everybody with a confirmed room, by hotel and name; of one hotel when it is given. */
    List<Sleeper> roomingList(UUID callId, UUID hotelId) {
        return tuples(database.createNativeQuery(ROOMING_LIST, Tuple.class)
                        .setParameter("callId", callId)
                        .setParameter("hotelId", hotelId == null ? null : hotelId.toString()))
                .stream()
                .map(row -> new Sleeper(
                        row.get("name", String.class),
                        RoomType.valueOf(row.get("room_type", String.class)),
                        row.get("family_name", String.class),
                        row.get("given_name", String.class),
                        row.get("organisation", String.class),
                        row.get("city_id", String.class),
                        row.get("country", String.class),
                        date(row, "check_in"),
                        date(row, "check_out"),
                        number(row, "nights"),
                        number(row, "price_cents"),
                        row.get("decided_at", Instant.class),
                        Sleeper.forHotel(
                                row.get("shares_with", String.class), row.get("shares_with_name", String.class))))
                .toList();
    }

    private static PickUp pickUp(Tuple row) {
        int contingent = number(row, "rooms");
        int confirmed = number(row, "held");
        int givenBack = number(row, "given_back");
        return new PickUp(
                row.get("hotel_id", UUID.class),
                row.get("name", String.class),
                RoomType.valueOf(row.get("room_type", String.class)),
                date(row, "night"),
                contingent,
                number(row, "requested"),
                confirmed,
                givenBack,
                contingent - confirmed - givenBack,
                contingent == 0 ? 0 : (int) Math.round(100.0 * confirmed / contingent),
                number(row, "price_cents"));
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> tuples(Query query) {
        return query.getResultList();
    }

    private static int number(Tuple row, String column) {
        return ((Number) row.get(column)).intValue();
    }

    private static LocalDate date(Tuple row, String column) {
        return row.get(column, LocalDate.class);
    }
}
