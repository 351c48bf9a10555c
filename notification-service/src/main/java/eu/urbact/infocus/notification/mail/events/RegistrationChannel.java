package eu.urbact.infocus.notification.mail.events;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.reactive.messaging.annotations.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import eu.urbact.infocus.chassis.inbox.Inbox;

/** The topic of registration-service. */
@ApplicationScoped
class RegistrationChannel {

    private final Inbox inbox;

    RegistrationChannel(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("registration")
    @Blocking(ordered = true)
    void receive(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message);
    }
}
