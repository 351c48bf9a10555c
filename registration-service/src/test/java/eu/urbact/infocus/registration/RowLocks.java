package eu.urbact.infocus.registration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import javax.sql.DataSource;

import static org.awaitility.Awaitility.await;

/** For tests in which one transaction holds a row while others come in between. */
public final class RowLocks {

    private RowLocks() {}

    /** Waits until so many others wait for a row. */
    public static void awaitWaiting(DataSource dataSource, int others) {
        await().until(() -> {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement count = connection.prepareStatement("select count(*) from pg_stat_activity"
                            + " where wait_event_type = 'Lock' and datname = current_database()");
                    ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1) >= others;
            }
        });
    }
}
