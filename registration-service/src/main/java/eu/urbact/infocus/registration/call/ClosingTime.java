package eu.urbact.infocus.registration.call;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;

/**
 * Closes calls when their time has come, so that others are told. The deadline itself does not wait for this: each application is
 * checked against the closing time.
 */
@ApplicationScoped
class ClosingTime {

    private final ChangeCall changeCall;

    ClosingTime(ChangeCall changeCall) {
        this.changeCall = changeCall;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void closeDue() {
        changeCall.closeDue();
    }
}
