package eu.urbact.infocus.registration.seat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Says what is wrong with the seats of a call at one moment: one statement sees one moment. */
public final class SeatLedger {

    private static final String SNAPSHOT = """
            select b.code, b.seat_limit, b.held, c.capacity,
                   (select count(*) from application a
                    where a.call_id = b.call_id and a.bucket = b.code and a.state in ('ADMITTED', 'OFFERED')) as seated,
                   -- a seat that a city keeps for somebody it has invited instead of another
                   (select count(*) from invitation i
                    where i.call_id = b.call_id and i.seat_kept and b.code = 'CITY:' || i.city_id) as kept,
                   -- whoever is offered a seat has one open offer, of that seat
                   (select count(*) from application a
                    where a.call_id = b.call_id and a.bucket = b.code and a.state = 'OFFERED'
                      and not exists (select 1 from seat_offer o
                                      where o.application_id = a.id and o.state = 'OPEN' and o.bucket = a.bucket)) as unoffered,
                   (select count(*) from seat_offer o join application a on a.id = o.application_id
                    where o.call_id = b.call_id and o.bucket = b.code and o.state = 'OPEN'
                      and (a.state <> 'OFFERED' or a.bucket <> o.bucket)) as offered_to_others,
                   (select count(*) from application a
                    where a.call_id = b.call_id and a.state in ('ADMITTED', 'OFFERED')) as seated_in_all,
                   (select count(*) from invitation i where i.call_id = b.call_id and i.seat_kept) as kept_in_all,
                   (select count(*) from (
                        select 1 from application a
                        where a.call_id = b.call_id and a.state in ('SUBMITTED', 'ADMITTED', 'WAITLISTED', 'OFFERED')
                        group by a.email_key having count(*) > 1) twice) as people_twice
            from seat_bucket b join call_for_participation c on c.id = b.call_id
            where b.call_id = ? order by b.code
            """;

    private final DataSource dataSource;
    private final UUID call;

    public SeatLedger(DataSource dataSource, UUID call) {
        this.dataSource = dataSource;
        this.call = call;
    }

    /** Every broken promise in words; empty when all hold. */
    public List<String> violations() throws SQLException {
        List<String> violations = new ArrayList<>();
        int buckets = 0;
        int held = 0;
        int limits = 0;
        int capacity = 0;
        int seated = 0;
        int peopleTwice = 0;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SNAPSHOT)) {
            statement.setObject(1, call);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String code = row.getString("code");
                    if (row.getInt("held") > row.getInt("seat_limit")) {
                        violations.add("%s holds %d of %d seats"
                                .formatted(code, row.getInt("held"), row.getInt("seat_limit")));
                    }
                    if (row.getInt("held") != row.getInt("seated") + row.getInt("kept")) {
                        violations.add("%s counts %d seats held, %d people hold one, %d are kept"
                                .formatted(code, row.getInt("held"), row.getInt("seated"), row.getInt("kept")));
                    }
                    if (row.getInt("unoffered") > 0 || row.getInt("offered_to_others") > 0) {
                        violations.add("%s: %d people are offered a seat by no offer, %d offers are open to others"
                                .formatted(code, row.getInt("unoffered"), row.getInt("offered_to_others")));
                    }
                    buckets++;
                    held += row.getInt("held");
                    limits += row.getInt("seat_limit");
                    capacity = row.getInt("capacity");
                    seated = row.getInt("seated_in_all") + row.getInt("kept_in_all");
                    peopleTwice = row.getInt("people_twice");
                }
            }
        }
        if (buckets == 0) {
            violations.add("no buckets");
        }
        if (held > capacity || seated > capacity || limits > capacity) {
            violations.add("%d seats held by %d people, %d in all buckets, %d in the room"
                    .formatted(held, seated, limits, capacity));
        }
        if (held != seated) {
            violations.add("%d seats held by %d people".formatted(held, seated));
        }
        if (peopleTwice > 0) {
            violations.add("%d people have two live applications".formatted(peopleTwice));
        }
        return violations;
    }
}
