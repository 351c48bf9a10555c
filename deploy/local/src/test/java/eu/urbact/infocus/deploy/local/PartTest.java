package eu.urbact.infocus.deploy.local;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.deploy.embedded.EmbeddedServer;
import eu.urbact.infocus.deploy.embedded.ServerException;

import static org.assertj.core.api.Assertions.assertThat;

class PartTest {

    private final AtomicInteger starts = new AtomicInteger();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Dummy server = new Dummy();
    private final Part part =
            new Part(server, Clock.systemUTC(), new Progress(new PrintStream(said, true, StandardCharsets.UTF_8)));

    @Test
    void aDeathIsRepairedAndSaid() {
        part.start();
        server.running = false;
        assertThat(part.state()).isEqualTo("down");

        part.revive();

        assertThat(part.state()).isEqualTo("running");
        assertThat(starts).hasValue(2);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("dummy has died")
                .contains("dummy is back");
    }

    @Test
    void whatWasStoppedOnPurposeStaysStopped() {
        part.start();
        part.stop();
        part.revive();
        assertThat(part.state()).isEqualTo("stopped");
        assertThat(starts).hasValue(1);

        part.start();
        assertThat(part.state()).isEqualTo("running");
    }

    @Test
    void aPartThatDoesNotComeBackIsTriedAgainLater() {
        part.start();
        server.running = false;
        server.broken = true;
        part.revive();
        assertThat(part.state()).isEqualTo("down");
        part.revive();
        assertThat(starts).as("the second attempt has to wait").hasValue(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("dummy did not come back: broken");
    }

    private final class Dummy implements EmbeddedServer {
        private boolean running;
        private boolean broken;

        @Override
        public String name() {
            return "dummy";
        }

        @Override
        public void start() {
            starts.incrementAndGet();
            if (broken) {
                throw new ServerException("broken");
            }
            running = true;
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int port() {
            return 1;
        }

        @Override
        public Path logFile() {
            return Path.of("dummy.log");
        }

        @Override
        public void close() {
            stop();
        }
    }
}
