package eu.urbact.infocus.notification.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** In which order the dispatcher clears up after the last process, and what it does when the database does not play along. */
class MailDispatcherTest {

    private final List<String> steps = new CopyOnWriteArrayList<>();

    @TempDir
    private Path directory;

    @Test
    void afterAFailedRecoveryTheJournalIsNotSettledAgainAndNothingIsClaimedBefore() throws InterruptedException {
        MailDispatcher dispatcher = dispatcher(Map.of(
                "infocus.mail.delivery.journal", directory.resolve("journal").toString()));
        dispatcher.openJournal(new StartupEvent());
        dispatcher.start(new StartupEvent());
        try {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> steps.contains("claim"));
        } finally {
            dispatcher.stop(new ShutdownEvent());
        }
        assertThat(steps.subList(0, 4))
                .containsExactly("settle", "recover at start: fails", "recover at start", "claim");
        assertThat(steps).containsOnlyOnce("settle", "recover at start");
    }

    @Test
    void withoutAPlaceForTheJournalItDoesNotStartAndNamesTheSetting() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> dispatcher(Map.of()).openJournal(new StartupEvent()))
                .withMessageStartingWith("INFOCUS_MAIL_DELIVERY_JOURNAL is not set");
    }

    @Test
    void anInstanceThatOnlyQueuesNeedsNone() throws InterruptedException {
        MailDispatcher dispatcher = dispatcher(Map.of("infocus.mail.delivery.enabled", "false"));
        dispatcher.openJournal(new StartupEvent());
        dispatcher.start(new StartupEvent());
        dispatcher.stop(new ShutdownEvent());
        assertThat(steps).isEmpty();
    }

    private MailDispatcher dispatcher(Map<String, String> settings) {
        MailConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withMapping(MailConfig.class)
                .build()
                .getConfigMapping(MailConfig.class);
        RecoverClaims recovery = new RecoverClaims(null, null, config, null) {
            @Override
            public int settle(List<HandOverJournal.Interrupted> handOvers) {
                steps.add("settle");
                return 0;
            }

            @Override
            public int recover(boolean atStart) {
                String step = atStart ? "recover at start" : "recover";
                if (!steps.contains(step + ": fails")) {
                    steps.add(step + ": fails");
                    throw new IllegalStateException("the database is away");
                }
                steps.add(step);
                return 0;
            }
        };
        ClaimMails claims = new ClaimMails(null) {
            @Override
            public List<ClaimedMail> claim(int atMost) {
                steps.add("claim");
                return List.of();
            }
        };
        return new MailDispatcher(claims, null, null, recovery, null, null, config);
    }
}
