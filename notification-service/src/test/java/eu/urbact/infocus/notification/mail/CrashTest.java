package eu.urbact.infocus.notification.mail;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.notification.mail.HandOverJournal.Interrupted;
import eu.urbact.infocus.notification.mail.HandOverJournal.Progress;
import eu.urbact.infocus.notification.smtp.Delivery;
import eu.urbact.infocus.notification.smtp.ScriptedSmtpServer;
import eu.urbact.infocus.notification.template.MailTemplate;
import eu.urbact.infocus.notification.testing.RegistrationStub;
import eu.urbact.infocus.notification.testing.WithNeighbours;

import static org.assertj.core.api.Assertions.assertThat;

/** What is decided about mails whose sender died, at each moment at which it can die. */
@QuarkusTest
@WithEmbeddedServers
@WithNeighbours
class CrashTest {

    @Inject
    EntityManager entityManager;

    @Inject
    Mails mails;

    @Inject
    QueueMail queueMail;

    @Inject
    ClaimMails claimMails;

    @Inject
    HandOverMail handOverMail;

    @Inject
    RecordDelivery recordDelivery;

    @Inject
    RecoverClaims recoverClaims;

    private final UUID application = UUID.randomUUID();
    private ScriptedSmtpServer mailServer;
    private RegistrationStub registration;

    @BeforeEach
    void startNeighbours() throws IOException {
        mailServer = new ScriptedSmtpServer(ConfigProvider.getConfig().getValue("infocus.smtp.port", Integer.class));
        registration = RegistrationStub.start();
        registration.knows(application, "Ada Alive", "Ada", "ada@example.org");
    }

    @AfterEach
    void stopNeighbours() throws IOException {
        registration.close();
        mailServer.close();
    }

    @Test
    void aClaimWithoutHandOverIsTakenBackAtStartAndSent() {
        ClaimedMail dead = claimedBySomebodyElse("1 second");
        recoverClaims.recover(false);
        assertThat(state(dead)).as("a young claim is left alone").isEqualTo(MailState.SENDING);
        recoverClaims.recover(true);
        DeliveryLogReader.await(application, MailState.SENT);
        assertThat(mailServer.accepted()).hasSize(1);
    }

    @Test
    void aClaimWithoutHandOverIsTakenBackAfterItsLease() {
        claimedBySomebodyElse("1 hour");
        recoverClaims.recover(false);
        DeliveryLogReader.await(application, MailState.SENT);
        assertThat(mailServer.accepted()).hasSize(1);
    }

    @Test
    void aSenderThatComesBackToLifeCannotPassTheGate() {
        ClaimedMail dead = claimedBySomebodyElse("1 hour");
        recoverClaims.recover(false);
        DeliveryLogReader.await(application, MailState.SENT);
        assertThat(handOverMail.handOver(dead)).isFalse();
        recordDelivery.attempted(dead, "ada@example.org", "en", new Delivery(Delivery.Outcome.NOT_YET, "451 late"));
        assertThat(state(dead)).isEqualTo(MailState.SENT);
        assertThat(mailServer.accepted()).hasSize(1);
    }

    @Test
    void aMailThatWasBeingHandedOverBecomesUnclearAndIsNotSent() {
        ClaimedMail dead = claimedBySomebodyElse("1 hour");
        assertThat(handOverMail.handOver(dead)).isTrue();
        assertThat(handOverMail.handOver(dead)).as("once only").isFalse();
        recoverClaims.recover(true);
        assertThat(state(dead)).as("its reply may still come").isEqualTo(MailState.SENDING);
        age(dead, "handed_over_at", "1 hour");
        recoverClaims.recover(true);
        assertThat(state(dead)).isEqualTo(MailState.UNCLEAR);
        assertThat(mailServer.accepted()).isEmpty();
    }

    @Test
    void theJournalTellsThatNothingWasSentYet() {
        ClaimedMail dead = claimedBySomebodyElse("1 second");
        handOverMail.handOver(dead);
        assertThat(settle(dead, Progress.NOT_SENT, null)).isEqualTo(1);
        DeliveryLogReader.await(application, MailState.SENT);
        assertThat(mailServer.accepted()).hasSize(1);
        assertThat(settle(dead, Progress.NOT_SENT, null)).as("once only").isZero();
    }

    @Test
    void theJournalTellsThatTheReplyIsMissing() {
        ClaimedMail dead = claimedBySomebodyElse("1 second");
        handOverMail.handOver(dead);
        settle(dead, Progress.NO_REPLY, null);
        assertThat(state(dead)).isEqualTo(MailState.UNCLEAR);
    }

    @Test
    void theJournalTellsHowItEnded() {
        ClaimedMail dead = claimedBySomebodyElse("1 second");
        handOverMail.handOver(dead);
        settle(dead, Progress.ENDED, Delivery.Outcome.ACCEPTED);
        assertThat(state(dead)).isEqualTo(MailState.SENT);
    }

    @Test
    void aJournalEntryOfAnOldClaimChangesNothing() {
        ClaimedMail current = claimedBySomebodyElse("1 second");
        ClaimedMail old = new ClaimedMail(
                current.id(),
                UUID.randomUUID(),
                current.applicationId(),
                current.template(),
                null,
                null,
                current.messageId(),
                current.workshopId(),
                current.occurredAt(),
                false);
        assertThat(settle(old, Progress.NOT_SENT, null)).isZero();
        assertThat(state(current)).isEqualTo(MailState.SENDING);
        recoverClaims.recover(true);
    }

    private int settle(ClaimedMail mail, Progress progress, Delivery.Outcome outcome) {
        return recoverClaims.settle(List.of(new Interrupted(mail.id(), mail.claim(), progress, outcome)));
    }

    @Test
    void aLateReplySettlesWhatWasUnclear() {
        ClaimedMail slow = claimedBySomebodyElse("1 hour");
        handOverMail.handOver(slow);
        age(slow, "handed_over_at", "1 hour");
        recoverClaims.recover(false);
        recordDelivery.attempted(slow, "ada@example.org", "en", new Delivery(Delivery.Outcome.ACCEPTED, "250 at last"));
        assertThat(state(slow)).isEqualTo(MailState.SENT);
    }

    @Test
    void manyClaimersNeverShareAMail() throws InterruptedException, ExecutionException {
        List<UUID> applications = new ArrayList<>();
        QuarkusTransaction.requiringNew().run(() -> {
            for (int number = 0; number < 200; number++) {
                UUID one = UUID.randomUUID();
                applications.add(one);
                queueMail.queue(
                        new Occasion(MailTemplate.APPLICATION_RECEIVED, one, new UUID(2, 2), 1, null, Instant.EPOCH));
                // claimed here, in this test's own claimers, and not by the running sender: due for them only inside
                // their transaction
            }
            entityManager.flush();
            entityManager
                    .createNativeQuery(
                            "update mail set next_attempt_at = clock_timestamp() + interval '1 day' where application_id in :ids")
                    .setParameter("ids", applications)
                    .executeUpdate();
        });
        ExecutorService claimers = Executors.newFixedThreadPool(8);
        try {
            Callable<List<UUID>> claimer = () -> {
                List<UUID> taken = new ArrayList<>();
                for (List<UUID> batch = claimFuture(applications);
                        !batch.isEmpty();
                        batch = claimFuture(applications)) {
                    taken.addAll(batch);
                }
                return taken;
            };
            Set<UUID> all = new HashSet<>();
            int total = 0;
            for (Future<List<UUID>> taken : claimers.invokeAll(List.of(claimer, claimer, claimer, claimer))) {
                total += taken.get().size();
                all.addAll(taken.get());
            }
            assertThat(total).isEqualTo(200);
            assertThat(all).hasSize(200);
        } finally {
            claimers.shutdownNow();
            QuarkusTransaction.requiringNew().run(() -> mails.delete("applicationId in ?1", applications));
        }
    }

    /** The sender's own claim, in a transaction in which some of these mails are due. */
    private List<UUID> claimFuture(List<UUID> applications) {
        return QuarkusTransaction.requiringNew().call(() -> {
            entityManager
                    .createNativeQuery("""
                            update mail set next_attempt_at = clock_timestamp()
                             where id in (select id from mail where application_id in :ids and state = 'QUEUED'
                                           limit 5 for update skip locked)""")
                    .setParameter("ids", applications)
                    .executeUpdate();
            return mails.claim(UUID.randomUUID(), 5).stream()
                    .filter(mail -> applications.contains(mail.applicationId()))
                    .map(Mail::id)
                    .toList();
        });
    }

    /** A mail that a sender on another machine has claimed that long ago, before it died. */
    private ClaimedMail claimedBySomebodyElse(String ago) {
        UUID claim = UUID.randomUUID();
        ClaimedMail claimed = QuarkusTransaction.requiringNew().call(() -> {
            queueMail.queue(new Occasion(
                    MailTemplate.APPLICATION_RECEIVED, application, new UUID(2, 2), 1, null, Instant.EPOCH));
            mails.flush();
            // in the transaction that queues it, so that the running sender never sees it waiting
            entityManager
                    .createNativeQuery(
                            "update mail set state = 'SENDING', claim = :claim, claimed_at = clock_timestamp()"
                                    + " where application_id = :application")
                    .setParameter("claim", claim)
                    .setParameter("application", application)
                    .executeUpdate();
            Mail mail = mails.find("applicationId", application).firstResult();
            return ClaimedMail.of(mail, claim, false);
        });
        age(claimed, "claimed_at", ago);
        return claimed;
    }

    private void age(ClaimedMail mail, String column, String ago) {
        QuarkusTransaction.requiringNew().run(() -> entityManager
                .createNativeQuery(
                        "update mail set " + column + " = clock_timestamp() - cast(:ago as interval) where id = :id")
                .setParameter("ago", ago)
                .setParameter("id", mail.id())
                .executeUpdate());
    }

    private MailState state(ClaimedMail mail) {
        return QuarkusTransaction.requiringNew()
                .call(() -> mails.findById(mail.id()).state());
    }
}
