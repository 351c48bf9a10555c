package eu.urbact.infocus.registration.call;

import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;

/** Hands seats of cities back when their day has come. */
@ApplicationScoped
class HandBackTime {

    private final HandBackSeats handBackSeats;

    HandBackTime(HandBackSeats handBackSeats) {
        this.handBackSeats = handBackSeats;
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void handBackDue() {
        for (UUID call : handBackSeats.due()) {
            handBackSeats.handBack(call);
        }
    }
}
