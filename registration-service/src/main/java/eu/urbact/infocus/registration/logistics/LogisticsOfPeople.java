package eu.urbact.infocus.registration.logistics;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What people with a place have answered. */
@ApplicationScoped
public class LogisticsOfPeople implements PanacheRepositoryBase<Logistics, UUID> {

    public List<Logistics> all(Collection<UUID> applicationIds) {
        return applicationIds.isEmpty() ? List.of() : list("applicationId in ?1", applicationIds);
    }

    /** Who of these people has said that they do not want to be in pictures. */
    public Set<UUID> refusingPictures(Collection<UUID> applicationIds) {
        return all(applicationIds).stream()
                .filter(logistics -> Boolean.FALSE.equals(logistics.photoConsent()))
                .map(Logistics::applicationId)
                .collect(Collectors.toSet());
    }

    /** How many people of a call come along to something. */
    long withPlaces(UUID callId) {
        return count("callId = ?1 and choices is not empty", callId);
    }
}
