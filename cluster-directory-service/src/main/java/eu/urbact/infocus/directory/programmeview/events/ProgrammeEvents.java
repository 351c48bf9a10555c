package eu.urbact.infocus.directory.programmeview.events;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.reactive.messaging.annotations.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import eu.urbact.infocus.chassis.inbox.Inbox;

/** Hands the records of the programme's topic to the inbox. */
@ApplicationScoped
class ProgrammeEvents {

    private final Inbox inbox;

    ProgrammeEvents(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("programme")
    @Blocking(ordered = true)
    void receive(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message);
    }
}
