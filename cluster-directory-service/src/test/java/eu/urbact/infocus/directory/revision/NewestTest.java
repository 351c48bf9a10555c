package eu.urbact.infocus.directory.revision;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class NewestTest {

    private final Newest<Snapshot> newest = new Newest<>(Snapshot::revision);

    private record Snapshot(long revision) {}

    @Test
    void what_is_kept_is_read_again_only_after_a_change() {
        assertThat(newest.since(6)).isEmpty();
        Snapshot six = newest.keep(new Snapshot(6));
        assertThat(newest.since(6)).containsSame(six);
        assertThat(newest.since(7)).isEmpty();
        assertThat(newest.keep(new Snapshot(6))).as("read twice, kept once").isSameAs(six);
    }

    @Test
    void who_began_before_a_change_and_ends_after_it_does_not_bring_the_older_back() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        CompletableFuture<Snapshot> slow = CompletableFuture.supplyAsync(() -> {
            assertThat(newest.since(6)).isEmpty();
            begun.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return newest.keep(new Snapshot(6));
        });
        begun.await();
        Snapshot seven = newest.keep(new Snapshot(7));
        gate.countDown();
        assertThat(slow.get()).isSameAs(seven);
        assertThat(newest.since(6)).containsSame(seven);
        assertThat(newest.since(7)).containsSame(seven);
    }
}
