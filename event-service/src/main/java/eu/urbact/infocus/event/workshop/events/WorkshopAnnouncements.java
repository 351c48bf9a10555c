package eu.urbact.infocus.event.workshop.events;

import java.time.Instant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.chassis.outbox.Outbox;
import eu.urbact.infocus.chassis.outbox.OutgoingEvent;
import eu.urbact.infocus.event.workshop.WorkshopAnnounced;

/** Writes announced workshops into the outbox, in the transaction that announced them. */
@ApplicationScoped
class WorkshopAnnouncements {

    private static final String TOPIC = "infocus.programme.v1";
    private static final String TYPE = "eu.urbact.infocus.programme.workshop-announced.v1";

    private final Outbox outbox;

    WorkshopAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(@Observes WorkshopAnnounced fact) {
        outbox.append(new OutgoingEvent(TOPIC, fact.workshopId().toString(), TYPE, Data.of(fact)));
    }

    /** The event's data as the contract describes it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(
            String workshopId,
            String slug,
            String title,
            String theme,
            String hostCityId,
            Instant startsAt,
            Instant endsAt,
            String zone,
            VenueData venue) {

        static Data of(WorkshopAnnounced fact) {
            return new Data(
                    fact.workshopId().toString(),
                    fact.slug(),
                    fact.title(),
                    fact.theme(),
                    fact.hostCityId(),
                    fact.startsAt(),
                    fact.endsAt(),
                    fact.zone().getId(),
                    fact.venue() == null
                            ? null
                            : new VenueData(fact.venue().name(), fact.venue().address()));
        }
    }

    /** The house, as the contract describes it. */
    record VenueData(String name, String address) {}
}
