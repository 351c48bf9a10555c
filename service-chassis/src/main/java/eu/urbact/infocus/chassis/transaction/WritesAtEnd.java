package eu.urbact.infocus.chassis.transaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Gathers what a transaction writes but seldom reads again (audit entries, facts of the outbox, stored answers) and sends it
 * together before the commit. Each of these statements would otherwise cost a round trip of its own.
 *
 * <p>What has gathered is part of the transaction: it lasts if, and only if, the transaction commits, and a statement that fails
 * stops the commit.
 */
@ApplicationScoped
public class WritesAtEnd {

    /** More than this is not held back: the text of what is sent together shall stay short, and come again. */
    private static final int MOST_AT_ONCE = 8;

    private record Write(String statement, List<Object> values) {}

    /** Of one transaction. */
    private static final class Gathered {
        final List<Write> writes = new ArrayList<>();
        boolean ending;
    }

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transaction;

    WritesAtEnd(DataSource dataSource, TransactionSynchronizationRegistry transaction) {
        this.dataSource = dataSource;
        this.transaction = transaction;
    }

    /**
     * Writes this before the caller's transaction commits; without a transaction at once.
     *
     * @param statement one SQL statement that changes rows, in a text that is the same each time
     * @param values in the order of the question marks; null only for a text
     */
    public void add(String statement, Object... values) {
        Write write = new Write(statement, Arrays.asList(values));
        Gathered gathered = transaction.getTransactionKey() == null ? null : gathered();
        if (gathered == null || gathered.ending) {
            execute(List.of(write));
            return;
        }
        gathered.writes.add(write);
        if (gathered.writes.size() == MOST_AT_ONCE) {
            send(gathered);
        }
    }

    /**
     * Writes what has gathered, and this as the last of it, now.
     *
     * @return how many rows this one changed
     */
    public int send(String statement, Object... values) {
        List<Write> writes = new ArrayList<>();
        if (transaction.getTransactionKey() != null) {
            Gathered gathered = gathered();
            writes.addAll(gathered.writes);
            gathered.writes.clear();
        }
        writes.add(new Write(statement, Arrays.asList(values)));
        return execute(writes);
    }

    /** Writes what has gathered now, for whoever is about to read it in the same transaction. */
    public void send() {
        if (transaction.getTransactionKey() != null && transaction.getResource(this) instanceof Gathered gathered) {
            send(gathered);
        }
    }

    private Gathered gathered() {
        if (transaction.getResource(this) instanceof Gathered known) {
            return known;
        }
        Gathered gathered = new Gathered();
        transaction.putResource(this, gathered);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // others may write while the transaction ends, e.g. Hibernate: what they add is not held back any more
                gathered.ending = true;
                send(gathered);
            }

            @Override
            public void afterCompletion(int status) {
                // written or rolled back by now
            }
        });
        return gathered;
    }

    private void send(Gathered gathered) {
        if (!gathered.writes.isEmpty()) {
            List<Write> writes = List.copyOf(gathered.writes);
            gathered.writes.clear();
            execute(writes);
        }
    }

    /** In one round trip: the driver takes several statements at once. Returns how many rows the last one changed. */
    private int execute(List<Write> writes) {
        String statements =
                String.join(";\n", writes.stream().map(Write::statement).toList());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(statements)) {
            int position = 0;
            for (Write write : writes) {
                for (Object value : write.values()) {
                    position++;
                    if (value == null) {
                        statement.setNull(position, Types.VARCHAR);
                    } else {
                        statement.setObject(position, value);
                    }
                }
            }
            statement.execute();
            for (int i = 1; i < writes.size(); i++) {
                statement.getMoreResults();
            }
            return statement.getUpdateCount();
        } catch (SQLException e) {
            throw new IllegalStateException("what the transaction has done could not be written down", e);
        }
    }
}
