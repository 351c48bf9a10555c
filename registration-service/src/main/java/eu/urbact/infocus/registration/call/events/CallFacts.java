package eu.urbact.infocus.registration.call.events;

import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.chassis.outbox.Outbox;
import eu.urbact.infocus.chassis.outbox.OutgoingEvent;
import eu.urbact.infocus.registration.call.CallFact;
import eu.urbact.infocus.registration.call.CallState;

/** Writes a call's facts to the outbox. */
@ApplicationScoped
class CallFacts {

    /** On the wire: {@code call-opened.v1} and {@code call-closed.v1}. */
    record CallMessage(
            UUID callId, UUID workshopId, String state, Instant opensAt, Instant closesAt, String zone, int capacity) {}

    private final Outbox outbox;

    CallFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(@Observes CallFact fact) {
        String name = fact.state() == CallState.OPEN ? "call-opened" : "call-closed";
        outbox.append(new OutgoingEvent(
                "infocus.registration.v1",
                fact.callId().toString(),
                "eu.urbact.infocus.registration." + name + ".v1",
                new CallMessage(
                        fact.callId(),
                        fact.workshopId(),
                        fact.state().name(),
                        fact.opensAt(),
                        fact.closesAt(),
                        fact.zone().getId(),
                        fact.capacity())));
    }
}
