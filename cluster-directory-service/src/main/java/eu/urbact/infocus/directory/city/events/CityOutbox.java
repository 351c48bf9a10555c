package eu.urbact.infocus.directory.city.events;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.outbox.Outbox;
import eu.urbact.infocus.chassis.outbox.OutgoingEvent;
import eu.urbact.infocus.directory.city.CityAnnouncements;
import eu.urbact.infocus.directory.city.CityDescription;

/** Writes what happened to cities into the outbox. */
@ApplicationScoped
class CityOutbox implements CityAnnouncements {

    private static final String TOPIC = "infocus.directory.v1";
    private static final String PUBLISHED = "eu.urbact.infocus.directory.city-published.v1";

    private final Outbox outbox;

    CityOutbox(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void published(CityDescription city) {
        outbox.append(new OutgoingEvent(
                TOPIC,
                city.id(),
                PUBLISHED,
                new CityPublished(
                        city.id(),
                        city.name(),
                        city.country(),
                        city.role().name(),
                        city.partnerOrganisation().name(),
                        city.place().latitude(),
                        city.place().longitude(),
                        city.nuts().stream()
                                .map(area -> new NutsCode(area.code(), area.version()))
                                .toList(),
                        city.regionId())));
    }

    /** The wire record; its meaning is in the contract. */
    record CityPublished(
            String cityId,
            String name,
            String country,
            String role,
            String partnerOrganisation,
            double lat,
            double lon,
            List<NutsCode> nuts,
            String regionId) {}

    record NutsCode(String code, int version) {}
}
