package eu.urbact.infocus.registration.hotel;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

/** Who wants or has a room in which night, for those who look at the room as it would be; nothing in it tells who the people are. */
@ApplicationScoped
public class WantedNights {

    private static final String NIGHTS = """
            select n.night, cast(sum(n.rooms - n.given_back) as integer) as rooms
            from hotel_night n join hotel h on h.id = n.hotel_id
            where h.call_id = :callId
            group by n.night order by n.night
            """;

    private static final String STAYS = """
            select application_id, state, check_in, check_out
            from hotel_request where call_id = :callId and state <> 'CANCELLED'
            union all
            select application_id, state, change_check_in, change_check_out
            from hotel_request where call_id = :callId and change_requested_at is not null
            """;

    /**
     * A night.
     *
     * @param rooms that hotels keep for it
     * @param people by their applications
     */
    public record Night(LocalDate night, int rooms, Set<UUID> people) {}

    private final EntityManager database;

    WantedNights(EntityManager database) {
        this.database = database;
    }

    /** The nights in which hotels keep rooms for a call; empty when none does. */
    public List<Night> of(UUID callId) {
        Map<LocalDate, Night> nights = new LinkedHashMap<>();
        for (Tuple row : rows(NIGHTS, callId)) {
            LocalDate night = row.get("night", LocalDate.class);
            nights.put(night, new Night(night, row.get("rooms", Integer.class), new HashSet<>()));
        }
        for (Tuple row : rows(STAYS, callId)) {
            HotelRequest.State state = HotelRequest.State.valueOf(row.get("state", String.class));
            if (state == HotelRequest.State.REQUESTED || state == HotelRequest.State.CONFIRMED) {
                row.get("check_in", LocalDate.class)
                        .datesUntil(row.get("check_out", LocalDate.class))
                        .map(nights::get)
                        .filter(night -> night != null)
                        .forEach(night -> night.people().add(row.get("application_id", UUID.class)));
            }
        }
        return List.copyOf(nights.values());
    }

    /** Who has said whether they need a room. */
    public Set<UUID> answered(UUID callId) {
        return rows(STAYS, callId).stream()
                .map(row -> row.get("application_id", UUID.class))
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, UUID callId) {
        Query query = database.createNativeQuery(sql, Tuple.class).setParameter("callId", callId);
        return query.getResultList();
    }
}
