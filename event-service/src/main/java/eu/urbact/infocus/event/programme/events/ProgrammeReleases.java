package eu.urbact.infocus.event.programme.events;

import java.time.Instant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.chassis.outbox.Outbox;
import eu.urbact.infocus.chassis.outbox.OutgoingEvent;
import eu.urbact.infocus.event.programme.ProgrammeReleased;

/** Writes released programmes into the outbox, in the transaction that released them. */
@ApplicationScoped
class ProgrammeReleases {

    private static final String TOPIC = "infocus.programme.v1";
    private static final String TYPE = "eu.urbact.infocus.programme.programme-released.v1";

    private final Outbox outbox;

    ProgrammeReleases(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(@Observes ProgrammeReleased fact) {
        Data data = new Data(
                fact.workshopId().toString(),
                fact.slug(),
                fact.releaseNumber(),
                fact.releasedAt(),
                fact.openItemCount());
        outbox.append(new OutgoingEvent(TOPIC, data.workshopId(), TYPE, data));
    }

    /** The event's data as the contract describes it. */
    record Data(String workshopId, String slug, int releaseNumber, Instant releasedAt, int openItemCount) {}
}
