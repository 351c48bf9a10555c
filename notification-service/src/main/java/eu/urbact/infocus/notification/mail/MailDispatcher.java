package eu.urbact.infocus.notification.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.interceptor.Interceptor;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

import eu.urbact.infocus.notification.recipient.Recipient;
import eu.urbact.infocus.notification.recipient.Recipients;
import eu.urbact.infocus.notification.recipient.RecipientsUnavailableException;

/**
 * Keeps the senders busy. One thread claims due mails, looks their recipients up in one call and hands them to the senders; it wakes when
 * a mail was queued, when a sender has finished one, and every now and then.
 */
@ApplicationScoped
class MailDispatcher {

    /**
     * Mails claimed per sender: one it is working on and some that are next. One claim and one look-up then serve many mails as soon as
     * there are many, while a lone mail is not kept waiting.
     */
    private static final int CLAIMED_PER_SENDER = 4;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final ClaimMails claims;
    private final ReleaseClaim release;
    private final RecordDelivery record;
    private final RecoverClaims recovery;
    private final Recipients recipients;
    private final SendMail send;
    private final MailConfig config;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wakeUp = lock.newCondition();
    private boolean woken;

    private final AtomicInteger inHand = new AtomicInteger();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private ExecutorService senders;
    private Thread dispatcher;
    private HandOverJournal journal;

    MailDispatcher(
            ClaimMails claims,
            ReleaseClaim release,
            RecordDelivery record,
            RecoverClaims recovery,
            Recipients recipients,
            SendMail send,
            MailConfig config) {
        this.claims = claims;
        this.release = release;
        this.record = record;
        this.recovery = recovery;
        this.recipients = recipients;
        this.send = send;
        this.config = config;
    }

    /** Opens the journal early: once channels, relay and senders run, a refused start would not end the process. */
    void openJournal(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 100) StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        Path file = config.journal()
                .orElseThrow(() -> new ConfigurationException(
                        "INFOCUS_MAIL_DELIVERY_JOURNAL is not set: name a file in a directory of this service's own,"
                                + " where running hand-overs are noted."));
        journal = HandOverJournal.open(file, BootIdentity.current(), config.senders());
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            Log.info("This instance queues mails and does not send them.");
            return;
        }
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        AtomicInteger number = new AtomicInteger();
        ThreadFactory threads = task -> {
            Thread thread = new Thread(task, "mail-sender-" + number.incrementAndGet());
            // the mail library finds its content handlers through it
            thread.setContextClassLoader(loader);
            return thread;
        };
        senders = Executors.newFixedThreadPool(config.senders(), threads);
        dispatcher = new Thread(this::run, "mail-dispatcher");
        dispatcher.setContextClassLoader(loader);
        dispatcher.start();
    }

    /** Lets running attempts end: a mail that is being handed over would be unclear otherwise. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        wake();
        if (dispatcher == null) {
            return;
        }
        dispatcher.join(TimeUnit.SECONDS.toMillis(5));
        senders.shutdown();
        if (!senders.awaitTermination(8, TimeUnit.SECONDS)) {
            Log.warn("Some mails were still being handed over; without a reply they will be shown as unclear.");
        }
        journal.close();
    }

    void onQueued(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailQueued event) {
        wake();
    }

    private void wake() {
        lock.lock();
        try {
            woken = true;
            wakeUp.signal();
        } finally {
            lock.unlock();
        }
    }

    private void sleep(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long nanos = atMost.toNanos();
            while (!woken && nanos > 0) {
                nanos = wakeUp.awaitNanos(nanos);
            }
            woken = false;
        } finally {
            lock.unlock();
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void run() {
        boolean settled = false;
        boolean starting = true;
        boolean waiting = false;
        long lastRecovery = 0;
        Duration pause = FIRST_PAUSE;
        while (!isStopping()) {
            try {
                if (!settled) {
                    settle();
                    settled = true;
                }
                // until it has succeeded once nothing is claimed, so what is claimed cannot be this process's own
                if (starting
                        || System.nanoTime() - lastRecovery
                                > config.recoveryInterval().toNanos()) {
                    recover(starting);
                    starting = false;
                    lastRecovery = System.nanoTime();
                }
                int room = config.senders() * CLAIMED_PER_SENDER - inHand.get();
                List<ClaimedMail> claimed = room > 0 ? claims.claim(room) : List.of();
                if (claimed.isEmpty()) {
                    sleep(config.pollInterval());
                } else {
                    dispatch(claimed);
                }
                if (waiting) {
                    Log.info("Mails are sent again.");
                    waiting = false;
                }
                pause = FIRST_PAUSE;
            } catch (RecipientsUnavailableException e) {
                if (!waiting) {
                    Log.warnf("Mails wait: recipients cannot be looked up (%s)", e.getMessage());
                    waiting = true;
                }
                pause = pauseAfterFailure(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!waiting) {
                    Log.warnf("Mails wait: %s", e.toString());
                    waiting = true;
                }
                pause = pauseAfterFailure(pause);
            }
        }
    }

    private void settle() {
        say(recovery.settle(journal.interrupted()));
        journal.settled();
    }

    private void recover(boolean starting) {
        say(recovery.recover(starting));
    }

    private static void say(int decided) {
        if (decided > 0) {
            Log.infof("Decided about %d mails whose sender died", decided);
        }
    }

    /** Waits, deaf to new mails: they would meet the same failure. */
    private Duration pauseAfterFailure(Duration pause) {
        try {
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return pause;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(config.lookupPauseLimit()) > 0 ? config.lookupPauseLimit() : doubled;
    }

    private void dispatch(List<ClaimedMail> claimed) {
        Map<UUID, Recipient> found;
        try {
            found = recipients.find(
                    claimed.stream().map(ClaimedMail::applicationId).distinct().toList());
        } catch (RuntimeException e) {
            claimed.forEach(release::release);
            throw e;
        }
        for (ClaimedMail mail : claimed) {
            inHand.incrementAndGet();
            senders.execute(() -> {
                try {
                    process(mail, found.get(mail.applicationId()));
                } catch (RuntimeException e) {
                    // the claim stays and is decided about by the recovery
                    Log.errorf(e, "Mail %s could not be processed", mail.id());
                } finally {
                    inHand.decrementAndGet();
                    wake();
                }
            });
        }
    }

    private void process(ClaimedMail mail, Recipient recipient) {
        if (recipient == null || (recipient.hasNoAddress() && !mail.template().toOrganisers())) {
            insist(mail, () -> record.recipientGone(mail));
            return;
        }
        HandOverJournal.Note note;
        try {
            note = journal.note();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        SendMail.Attempt attempt = send.attempt(mail, recipient, note);
        insist(mail, () -> record.attempted(mail, attempt.address(), attempt.language(), attempt.delivery()));
        // when it could not be recorded, the note stays for the next start
        note.recorded();
    }

    /** What became of an attempt must be written down; while the database is away there is nothing better to do than to wait for it. */
    private void insist(ClaimedMail mail, Runnable recording) {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                recording.run();
                return;
            } catch (RuntimeException e) {
                Log.warnf("What became of mail %s cannot be recorded yet: %s", mail.id(), e.toString());
                if (isStopping()) {
                    throw e;
                }
                pause = pauseAfterFailure(pause);
            }
        }
    }
}
