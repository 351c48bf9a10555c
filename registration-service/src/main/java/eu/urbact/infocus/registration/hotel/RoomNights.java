package eu.urbact.infocus.registration.hotel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.PUT;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/**
 * The only place where rooms are taken, given back, resized or released.
 *
 * <p>A stay takes all of its nights or none: the rows are locked in the order of their keys, after the application's row, and each room
 * is taken by a conditional update with the table's CHECK behind it. A released night has none free, because what was left is given back.
 */
@ApplicationScoped
public class RoomNights implements PanacheRepositoryBase<RoomNight, RoomNight.Key> {

    private static final String TAKE = """
            update hotel_night set held = held + 1
            where hotel_id = :hotelId and room_type = :roomType and night = :night and held + given_back + 1 <= rooms
            """;

    private static final String LOCK = """
            select 1 from hotel_night where hotel_id = :hotelId and room_type = :roomType and night = :night for update
            """;

    private static final String PRICE = """
            select price_cents from hotel_night where hotel_id = :hotelId and room_type = :roomType and night = :night
            """;

    private static final String UNDO = """
            update hotel_night set held = held - 1 where hotel_id = :hotelId and room_type = :roomType and night = :night
            """;

    /** After the release time the room is the hotel's again, and nobody else's. */
    private static final String GIVE_BACK = """
            update hotel_night set held = held - 1,
                given_back = given_back + case when cast(:released as boolean) then 1 else 0 end
            where hotel_id = :hotelId and room_type = :roomType and night = :night and held > 0
            """;

    private static final String PUT = """
            insert into hotel_night (hotel_id, room_type, night, rooms, price_cents)
            values (:hotelId, :roomType, :night, :rooms, :priceCents)
            on conflict (hotel_id, room_type, night) do update set rooms = :rooms, price_cents = :priceCents
            """;

    /** The rooms of these hotels, in the order of hotel, kind and night. */
    public List<RoomNight> of(Collection<UUID> hotelIds) {
        return hotelIds.isEmpty() ? List.of() : list("hotelId in ?1 order by hotelId, roomType desc, night", hotelIds);
    }

    /**
     * Takes a room for every night, or none.
     *
     * @return the nights that are not to be had; empty when all are taken
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<RoomNight.Key> take(SortedSet<RoomNight.Key> nights) {
        List<RoomNight.Key> taken = new ArrayList<>();
        List<RoomNight.Key> full = new ArrayList<>();
        for (RoomNight.Key night : nights) {
            (at(TAKE, night).executeUpdate() == 1 ? taken : full).add(night);
        }
        if (!full.isEmpty()) {
            taken.forEach(night -> at(UNDO, night).executeUpdate());
        }
        return full;
    }

    /** What a room costs in all of these nights, in euro cents; as it stands now for whoever has just taken them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int price(SortedSet<RoomNight.Key> nights) {
        return nights.stream()
                .mapToInt(night -> ((Number) at(PRICE, night).getSingleResult()).intValue())
                .sum();
    }

    /** Gives a room back in each of these nights. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void giveBack(SortedSet<RoomNight.Key> nights, boolean released) {
        for (RoomNight.Key night : nights) {
            if (at(GIVE_BACK, night).setParameter("released", released).executeUpdate() != 1) {
                throw new IllegalStateException("a room was given back that nobody had");
            }
        }
    }

    /**
     * Takes the rooms of one stay and gives back those of another that are not needed any more: all of it, or nothing. Nights that are in both
     * stay as they are, so that a longer stay needs no second room.
     *
     * @param released whether the hotel of the old stay keeps no rooms any more
     * @return the nights that are not to be had; empty when it is done
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<RoomNight.Key> move(SortedSet<RoomNight.Key> from, SortedSet<RoomNight.Key> to, boolean released) {
        SortedSet<RoomNight.Key> touched = new TreeSet<>(from);
        touched.addAll(to);
        // all of them in their order first: two who change places must not wait for each other
        touched.forEach(night -> at(LOCK, night).getResultList());
        SortedSet<RoomNight.Key> wanted = new TreeSet<>(to);
        wanted.removeAll(from);
        List<RoomNight.Key> full = take(wanted);
        if (full.isEmpty()) {
            SortedSet<RoomNight.Key> left = new TreeSet<>(from);
            left.removeAll(to);
            giveBack(left, released);
        }
        return full;
    }

    /** Every free room of the hotel is the hotel's again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void release(UUID hotelId) {
        lock(hotelId);
        getEntityManager()
                .createNativeQuery("update hotel_night set given_back = rooms - held where hotel_id = :hotelId")
                .setParameter("hotelId", hotelId)
                .executeUpdate();
    }

    /**
     * Replaces the rooms that the hotel keeps.
     *
     * @return where more rooms are held than that; empty when all is replaced
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<RoomNight> replace(UUID hotelId, List<RoomNight.Contingent> contingents) {
        Map<RoomNight.Key, Integer> wanted = contingents.stream()
                .collect(Collectors.toMap(
                        contingent -> new RoomNight.Key(hotelId, contingent.roomType(), contingent.night()),
                        RoomNight.Contingent::rooms));
        List<RoomNight> before = lock(hotelId);
        List<RoomNight> tooSmall = before.stream()
                .filter(night -> night.held()
                        > wanted.getOrDefault(new RoomNight.Key(hotelId, night.roomType(), night.night()), 0))
                .toList();
        if (!tooSmall.isEmpty()) {
            return tooSmall;
        }
        for (RoomNight.Contingent contingent : contingents) {
            at(PUT, new RoomNight.Key(hotelId, contingent.roomType(), contingent.night()))
                    .setParameter("rooms", contingent.rooms())
                    .setParameter("priceCents", contingent.priceCents())
                    .executeUpdate();
        }
        for (RoomNight night : before) {
            RoomNight.Key key = new RoomNight.Key(hotelId, night.roomType(), night.night());
            if (!wanted.containsKey(key)) {
                at(
                                "delete from hotel_night where hotel_id = :hotelId and room_type = :roomType and night = :night",
                                key)
                        .executeUpdate();
            }
        }
        // what is read next is what is there now
        before.forEach(night -> getEntityManager().detach(night));
        return List.of();
    }

    /** The hotel's rows as they are now. */
    List<RoomNight> refreshed(UUID hotelId) {
        List<RoomNight> rows = of(List.of(hotelId));
        rows.forEach(row -> getEntityManager().refresh(row));
        return rows;
    }

    /** The hotel's rows, locked in their order and as they are now. */
    private List<RoomNight> lock(UUID hotelId) {
        getEntityManager()
                .createNativeQuery("select 1 from hotel_night where hotel_id = :hotelId"
                        + " order by hotel_id, room_type desc, night for update")
                .setParameter("hotelId", hotelId)
                .getResultList();
        return refreshed(hotelId);
    }

    private Query at(String sql, RoomNight.Key key) {
        return getEntityManager()
                .createNativeQuery(sql)
                .setParameter("hotelId", key.hotelId())
                .setParameter("roomType", key.roomType().name())
                .setParameter("night", key.night());
    }
}
