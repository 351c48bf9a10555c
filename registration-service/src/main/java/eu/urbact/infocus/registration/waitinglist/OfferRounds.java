package eu.urbact.infocus.registration.waitinglist;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

import eu.urbact.infocus.registration.application.ApplicationFact;
import eu.urbact.infocus.registration.call.HandBackSeats;
import eu.urbact.infocus.registration.seat.SeatsFreed;

/**
 * Says when seats are offered: right after one has become free or somebody has come onto the list, and every few seconds for what got
 * lost on the way. Deadlines are settled here too; nobody can accept an offer that is over, whether this has run or not.
 */
@ApplicationScoped
public class OfferRounds {

    /** Far more than one round ever offers; a bound so that no mistake goes round for ever. */
    private static final int MOST_IN_A_ROUND = 1_000;

    private final WaitingLists lists;
    private final SeatOffers offers;
    private final OfferSeats offerSeats;
    private final EndOffer endOffer;
    private final HandBackSeats handBackSeats;
    private final Clock clock;

    private final Set<UUID> woken = ConcurrentHashMap.newKeySet();
    private final ExecutorService rounds = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "waiting-list");
        thread.setDaemon(true);
        return thread;
    });

    OfferRounds(
            WaitingLists lists,
            SeatOffers offers,
            OfferSeats offerSeats,
            EndOffer endOffer,
            HandBackSeats handBackSeats,
            Clock clock) {
        this.lists = lists;
        this.offers = offers;
        this.offerSeats = offerSeats;
        this.endOffer = endOffer;
        this.handBackSeats = handBackSeats;
        this.clock = clock;
    }

    @PreDestroy
    void stop() {
        rounds.shutdownNow();
    }

    void freed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SeatsFreed seats) {
        wake(seats.callId());
    }

    void waits(@Observes(during = TransactionPhase.AFTER_SUCCESS) ApplicationFact fact) {
        if (fact.kind() == ApplicationFact.Kind.WAITLISTED) {
            wake(fact.callId());
        }
    }

    /** Never blocks: whoever has freed a seat need not wait for its next owner to be found. */
    private void wake(UUID callId) {
        if (woken.add(callId)) {
            rounds.execute(() -> {
                woken.remove(callId);
                tryToOfferAll(callId);
            });
        }
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        try {
            settleDue();
        } finally {
            runningCalls().forEach(this::tryToOfferAll);
        }
    }

    /** A call whose seats cannot be offered holds up no other; the next tick tries again. */
    private void tryToOfferAll(UUID callId) {
        try {
            offerAll(callId);
        } catch (RuntimeException e) {
            Log.warnf(
                    "Seats of call %s could not be offered: %s",
                    callId, e.getClass().getName());
        }
    }

    /** Ends every offer whose deadline has passed. One that cannot be ended holds up no other, and is told afterwards. */
    public void settleDue() {
        RuntimeException failed = null;
        for (SeatOffer offer : dueNow()) {
            try {
                endOffer.lapse(offer.applicationId(), offer.id());
            } catch (RuntimeException e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    /** Offers the call's free seats until there is none, or nobody for it. */
    void offerAll(UUID callId) {
        // a seat of a city that becomes free after its day is nobody's but everybody's
        if (handBackSeats.isDue(callId)) {
            handBackSeats.handBack(callId);
        }
        for (int i = 0; i < MOST_IN_A_ROUND; i++) {
            if (offerSeats.offerNext(callId) == OfferSeats.Attempt.NOTHING) {
                return;
            }
        }
    }

    private List<SeatOffer> dueNow() {
        return QuarkusTransaction.requiringNew().call(() -> offers.due(clock.instant()));
    }

    private List<UUID> runningCalls() {
        return QuarkusTransaction.requiringNew().call(lists::running);
    }
}
