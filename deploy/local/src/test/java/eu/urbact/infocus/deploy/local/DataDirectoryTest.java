package eu.urbact.infocus.deploy.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import eu.urbact.infocus.deploy.embedded.ChildProcess;

import static org.assertj.core.api.Assertions.assertThat;

class DataDirectoryTest {

    @TempDir
    private Path root;

    private DataDirectory data;

    @BeforeEach
    void create() {
        data = new DataDirectory(root.resolve("data"));
        data.create();
    }

    @Test
    void theClockGoesOnAfterARestart() {
        Instant first = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(data.clockSince(Clock.fixed(first, ZoneOffset.UTC))).isEqualTo(first);
        assertThat(data.clockSince(Clock.fixed(first.plusSeconds(3600), ZoneOffset.UTC)))
                .isEqualTo(first);
    }

    @Test
    void aSecretIsMadeOnceAndIsPrivate() throws Exception {
        String secret = data.secret("self-service");
        assertThat(secret).hasSizeGreaterThan(32);
        assertThat(data.secret("self-service")).isEqualTo(secret);
        assertThat(data.secret("other")).isNotEqualTo(secret);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(root.resolve("data/secrets/self-service"))))
                .isEqualTo("rw-------");
    }

    @Test
    void findsAndStopsWhatAKilledLauncherHasLeftBehind() {
        ChildProcess child = ChildProcess.start(
                "event",
                List.of("sh", "-c", "exec sleep 600"),
                Map.of(),
                root.resolve("data/logs/event.log"),
                data.pidFile("event"),
                ChildProcess.StopSignal.TERM);

        assertThat(data.leftovers()).extracting(ChildProcess::pid).containsExactly(child.pid());
        data.stopLeftovers();

        assertThat(child.isAlive()).isFalse();
        assertThat(data.leftovers()).isEmpty();
    }

    @Test
    void aPidOfAnotherTimeIsNobody() throws Exception {
        Files.createDirectories(data.home("event"));
        Files.writeString(data.pidFile("event"), ProcessHandle.current().pid() + " 2016-10-10T08:00:00Z\n");
        assertThat(data.leftovers()).isEmpty();
        Files.writeString(data.pidFile("event"), "rubbish");
        assertThat(data.leftovers()).isEmpty();
    }

    @Test
    void theLauncherIsFoundButIsNoLeftover() {
        assertThat(data.launcher()).isEmpty();
        ChildProcess.writeOwnPidFile(data.launcherPidFile());
        assertThat(data.launcher()).hasValueSatisfying(launcher -> assertThat(launcher.pid())
                .isEqualTo(ProcessHandle.current().pid()));
        assertThat(data.leftovers()).isEmpty();
    }

    @Test
    void whatTheControlChannelNeedsIsKeptAndDeleted() {
        assertThat(data.control()).isEmpty();
        data.writeControl(new DataDirectory.Control(4711, "word"));
        assertThat(data.control()).contains(new DataDirectory.Control(4711, "word"));
        data.forgetLauncher();
        assertThat(data.control()).isEmpty();
    }

    @Test
    void wipingLeavesNothing() {
        data.secret("self-service");
        data.wipe();
        assertThat(root.resolve("data")).doesNotExist();
        data.wipe();
    }
}
