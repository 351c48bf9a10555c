package eu.urbact.infocus.chassis.transaction;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.Notes;
import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@WithEmbeddedServers
class WritesAtEndTest {

    private static final String INSERT = "insert into note (id, topic_key, version, text) values (?, ?, ?, ?)";

    @Inject
    WritesAtEnd writes;

    @Inject
    Notes notes;

    @Inject
    TransactionSynchronizationRegistry transaction;

    private final String key = UUID.randomUUID().toString();

    @Test
    void what_has_gathered_is_written_with_the_commit_and_not_before() {
        QuarkusTransaction.requiringNew().run(() -> {
            note("one");
            note("two");
            assertThat(notes.of(key)).isEmpty();
        });
        assertThat(notes.of(key)).containsExactly("one", "two");
    }

    @Test
    void nothing_is_left_of_a_transaction_that_is_rolled_back() {
        QuarkusTransaction.begin();
        note("one");
        QuarkusTransaction.rollback();
        assertThat(notes.of(key)).isEmpty();
    }

    @Test
    void more_than_is_held_back_arrives_in_the_order_in_which_it_was_added() {
        List<String> texts =
                IntStream.rangeClosed(1, 21).mapToObj(n -> "note " + n).toList();
        QuarkusTransaction.requiringNew().run(() -> texts.forEach(this::note));
        assertThat(notes.of(key)).containsExactlyElementsOf(texts);
    }

    @Test
    void a_statement_that_fails_takes_the_whole_transaction_with_it() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    notes.add(key, 1, "business");
                    note("one");
                    writes.add(INSERT, Ids.next(), null, 1L, "a note without a key");
                    note("three");
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(notes.of(key)).isEmpty();
    }

    @Test
    void sending_writes_what_has_gathered_and_tells_the_rows_of_the_last() {
        QuarkusTransaction.requiringNew().run(() -> {
            note("one");
            note("two");
            assertThat(writes.send("update note set version = ? where topic_key = ?", 2L, key))
                    .isEqualTo(2);
            assertThat(writes.send("update note set version = ? where topic_key = ?", 3L, "nobody's"))
                    .isZero();
            note("three");
        });
        assertThat(notes.of(key)).containsExactly("one", "two", "three");
    }

    @Test
    void whoever_reads_it_in_the_same_transaction_has_it_sent_and_it_goes_if_the_transaction_does() {
        QuarkusTransaction.begin();
        writes.send();
        note("one");
        writes.send();
        assertThat(notes.of(key)).containsExactly("one");
        QuarkusTransaction.rollback();
        assertThat(notes.of(key)).isEmpty();
        writes.send();
    }

    @Test
    void what_is_added_while_the_transaction_ends_is_not_lost() {
        QuarkusTransaction.requiringNew().run(() -> {
            note("before");
            transaction.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    note("at the end");
                }

                @Override
                public void afterCompletion(int status) {
                    // nothing to see
                }
            });
        });
        assertThat(notes.of(key)).containsExactly("before", "at the end");
    }

    @Test
    void without_a_transaction_it_is_written_at_once() {
        note("one");
        assertThat(notes.of(key)).containsExactly("one");
    }

    private void note(String text) {
        writes.add(INSERT, Ids.next(), key, 1L, text);
    }
}
