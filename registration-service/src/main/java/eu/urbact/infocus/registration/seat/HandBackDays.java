package eu.urbact.infocus.registration.seat;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** The days agreed with cities for giving unused seats back, when they have to be others than organisers have chosen. */
@ApplicationScoped
public class HandBackDays {

    private static final String LOCKED = """
            select code, hand_back_on from seat_bucket
            where call_id = :callId and hand_back_on is not null order by code for no key update
            """;

    private static final String CHANGE = """
            update seat_bucket set hand_back_on = :day where call_id = :callId and code = :code
            """;

    private final EntityManager database;

    HandBackDays(EntityManager database) {
        this.database = database;
    }

    /**
     * Gives buckets of the call another day. Whoever asks has the call locked, as everybody who changes its buckets.
     *
     * @param another the new day for an agreed one; empty where that stays
     * @return the buckets that have one, each with it
     */
    public Map<String, LocalDate> change(UUID callId, Function<LocalDate, Optional<LocalDate>> another) {
        Map<String, LocalDate> changed = new TreeMap<>();
        List<?> rows = database.createNativeQuery(LOCKED)
                .setParameter("callId", callId)
                .getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            LocalDate agreed = columns[1] instanceof Date day ? day.toLocalDate() : (LocalDate) columns[1];
            another.apply(agreed).ifPresent(day -> changed.put((String) columns[0], day));
        }
        changed.forEach((code, day) -> database.createNativeQuery(CHANGE)
                .setParameter("day", day)
                .setParameter("callId", callId)
                .setParameter("code", code)
                .executeUpdate());
        return changed;
    }
}
