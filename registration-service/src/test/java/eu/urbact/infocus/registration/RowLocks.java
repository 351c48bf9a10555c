package eu.urbact.infocus.registration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

import io.quarkus.narayana.jta.QuarkusTransaction;

import static org.awaitility.Awaitility.await;

/** For tests in which one transaction holds a row while others come in between. */
public final class RowLocks {

    private RowLocks() {}

    /** What those are answered who come while this is being done, and have to wait until it is. */
    public static <T> T answerAfter(DataSource dataSource, Runnable done, Callable<T> late) throws Exception {
        return answerAfter(dataSource, done, late, () -> {});
    }

    /** The same for whoever does a second thing while the others wait, which nobody may have to wait for in turn. */
    public static <T> T answerAfter(DataSource dataSource, Runnable done, Callable<T> late, Runnable then)
            throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            AtomicReference<Future<T>> answer = new AtomicReference<>();
            QuarkusTransaction.requiringNew().run(() -> {
                done.run();
                answer.set(pool.submit(late));
                awaitWaiting(dataSource, 1);
                then.run();
            });
            return answer.get().get();
        } finally {
            pool.shutdown();
        }
    }

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
