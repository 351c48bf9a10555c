package eu.urbact.infocus.notification.mail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.notification.testing.WithNeighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@QuarkusTest
@WithEmbeddedServers
@WithNeighbours
class MailsTest {

    @Inject
    Mails mails;

    @Inject
    EntityManagerFactory factory;

    @Test
    void theTimeIsTheDatabases() {
        Instant now = QuarkusTransaction.requiringNew().call(mails::now);
        // both on this machine, while the service's own clock stands in 2016
        assertThat(now).isCloseTo(Instant.ofEpochMilli(System.currentTimeMillis()), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void whatEachMailAsksForLeavesNoPlanBehindEachTime() {
        askForEach();
        int before = plans();
        for (int mail = 0; mail < 50; mail++) {
            askForEach();
        }
        // others ask at the same time, each for something of its own
        assertThat(plans() - before).isLessThan(25);
    }

    private void askForEach() {
        QuarkusTransaction.requiringNew().run(() -> {
            mails.now();
            assertThat(mails.claim(UUID.randomUUID(), 0)).isEmpty();
        });
    }

    private int plans() {
        return factory.unwrap(SessionFactoryImplementor.class)
                .getQueryEngine()
                .getInterpretationCache()
                .getNumberOfCachedQueryPlans();
    }
}
