package eu.urbact.infocus.registration.programmeview.events;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.reactive.messaging.annotations.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import eu.urbact.infocus.chassis.inbox.Inbox;

/** The topic {@code infocus.programme.v1}. */
@ApplicationScoped
class ProgrammeEvents {

    private final Inbox inbox;

    ProgrammeEvents(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("programme")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record);
    }
}
