package eu.urbact.infocus.registration.selfservice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

import eu.urbact.infocus.registration.application.AskForLink;
import eu.urbact.infocus.registration.application.EmailAddress;

/**
 * Somebody has asked for their link. The request is written down before it is answered, and dealt with afterwards: the answer takes the same
 * time for known and unknown addresses, and is kept even when the process ends right after it.
 */
@ApplicationScoped
public class SendLinkAgain {

    private static final Duration RETRY = Duration.ofMinutes(1);
    /** Who has waited for so long has asked again. */
    private static final Duration GIVE_UP = Duration.ofDays(1);

    private final LinkRequests requests;
    private final AskForLink askForLink;
    private final Clock clock;

    SendLinkAgain(LinkRequests requests, AskForLink askForLink, Clock clock) {
        this.requests = requests;
        this.askForLink = askForLink;
        this.clock = clock;
    }

    /**
     * Writes the request down, without looking anything up.
     *
     * @param workshopSlug the workshop it is about, or null for all that the address has applied to
     */
    @Transactional
    public void keep(String workshopSlug, EmailAddress email) {
        requests.keep(workshopSlug, email, clock.instant());
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void scheduled() {
        sendDue();
        QuarkusTransaction.requiringNew()
                .run(() -> requests.giveUp(clock.instant().minus(GIVE_UP)));
    }

    /** Deals with everything that was written down. */
    public void sendDue() {
        while (sendNext()) {
            // one after the other
        }
    }

    /** False when there was nothing left. */
    private boolean sendNext() {
        AtomicReference<UUID> taken = new AtomicReference<>();
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Optional<LinkRequests.Asked> next = requests.next(clock.instant());
                next.ifPresent(asked -> {
                    taken.set(asked.id());
                    askForLink.ask(asked.workshopSlug(), asked.email());
                    requests.done(asked.id());
                });
                return next.isPresent();
            });
        } catch (RuntimeException e) {
            // the message could name the address, so only the kind is kept; the others must not wait for this one
            Log.errorf("A link could not be sent again: %s", e.getClass().getName());
            if (taken.get() == null) {
                return false;
            }
            Instant later = clock.instant().plus(RETRY);
            QuarkusTransaction.requiringNew().run(() -> requests.postpone(taken.get(), later));
            return true;
        }
    }
}
