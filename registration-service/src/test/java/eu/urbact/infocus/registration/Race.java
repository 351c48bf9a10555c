package eu.urbact.infocus.registration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/** Many at one moment for the same thing. */
public final class Race {

    private Race() {}

    /** How many of these clients got it. */
    public static int won(int clients, Callable<Boolean> client) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            int won = 0;
            for (Future<Boolean> one : pool.invokeAll(Collections.nCopies(clients, client))) {
                won += one.get() ? 1 : 0;
            }
            return won;
        } finally {
            pool.shutdown();
        }
    }

    /** The same race for one thing in a table without a CHECK, by clients that look first and write afterwards. */
    public static int wonByLookingFirst(DataSource dataSource, int clients) throws Exception {
        TestSql.execute(dataSource, "create table if not exists unprotected (id uuid primary key, most int, held int)");
        UUID id = UUID.randomUUID();
        TestSql.execute(dataSource, "insert into unprotected values (?, 1, 0)", id);
        CyclicBarrier allHaveLooked = new CyclicBarrier(clients);
        return won(clients, () -> {
            boolean free = isFree(dataSource, id);
            allHaveLooked.await();
            if (free) {
                TestSql.execute(dataSource, "update unprotected set held = held + 1 where id = ?", id);
            }
            return free;
        });
    }

    private static boolean isFree(DataSource dataSource, UUID id) throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement look =
                        connection.prepareStatement("select held < most from unprotected where id = ?")) {
            look.setObject(1, id);
            try (ResultSet row = look.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
