package eu.urbact.infocus.registration.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

/** Counts what waits for the organisers, so that nothing has to be looked for on every page; made by the database. */
@ApplicationScoped
public class CountOpenWork {

    private static final String COUNTS = """
            select c.id, c.workshop_slug,
                   (select count(*) from application a
                    where a.call_id = c.id and a.state = 'SUBMITTED' and a.erased_at is null) as undecided,
                   (select count(*) from logistics_change_request r
                    where r.call_id = c.id and r.state = 'OPEN') as change_requests,
                   (select count(*) from hotel_request h
                    where h.call_id = c.id and (h.state = 'REQUESTED' or h.change_requested_at is not null)) as room_requests,
                   (select count(*) from seat_offer o where o.call_id = c.id and o.state = 'OPEN') as open_offers
            from call_for_participation c
            where c.state in ('OPEN', 'CLOSED')
            order by c.workshop_slug, c.id
            """;

    private final EntityManager database;

    CountOpenWork(EntityManager database) {
        this.database = database;
    }

    /** Of every call that has been opened and not put away. */
    @Transactional
    public List<OpenWork> ofAllCalls() {
        List<OpenWork> calls = new ArrayList<>();
        for (Object found : database.createNativeQuery(COUNTS, Tuple.class).getResultList()) {
            Tuple row = (Tuple) found;
            calls.add(new OpenWork(
                    row.get("id", UUID.class),
                    row.get("workshop_slug", String.class),
                    number(row, "undecided"),
                    number(row, "change_requests"),
                    number(row, "room_requests"),
                    number(row, "open_offers")));
        }
        return calls;
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
