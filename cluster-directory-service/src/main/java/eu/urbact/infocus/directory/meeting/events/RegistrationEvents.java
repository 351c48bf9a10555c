package eu.urbact.infocus.directory.meeting.events;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.reactive.messaging.annotations.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import eu.urbact.infocus.chassis.inbox.Inbox;

/** Hands the records of the registration's topic to the inbox. */
@ApplicationScoped
class RegistrationEvents {

    private final Inbox inbox;

    RegistrationEvents(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("registration")
    @Blocking(ordered = true)
    void receive(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message);
    }
}
