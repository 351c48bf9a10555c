package eu.urbact.infocus.registration.logistics;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What people with a place have answered. */
@ApplicationScoped
public class LogisticsOfPeople implements PanacheRepositoryBase<Logistics, UUID> {

    public List<Logistics> all(Collection<UUID> applicationIds) {
        return applicationIds.isEmpty() ? List.of() : list("applicationId in ?1", applicationIds);
    }

    /** How many people of a call come along to something. */
    long withPlaces(UUID callId) {
        return count("callId = ?1 and choices is not empty", callId);
    }
}
