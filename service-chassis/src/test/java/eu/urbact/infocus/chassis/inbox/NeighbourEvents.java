package eu.urbact.infocus.chassis.inbox;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.reactive.messaging.annotations.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class NeighbourEvents {

    private final Inbox inbox;

    NeighbourEvents(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("neighbour")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record);
    }
}
