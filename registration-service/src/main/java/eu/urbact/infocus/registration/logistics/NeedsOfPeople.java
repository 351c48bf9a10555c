package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What people eat and need. */
@ApplicationScoped
public class NeedsOfPeople implements PanacheRepositoryBase<Needs, UUID> {

    List<Needs> of(Set<UUID> applicationIds) {
        return applicationIds.isEmpty() ? List.of() : list("applicationId in ?1", applicationIds);
    }

    /** Deletes those of workshops that, as they are announced now, had ended by then: with a workshop that moves their day moves. */
    long erase(Instant ended) {
        return delete(
                "callId in (select c.id from CallForParticipation c join Workshop w on w.id = c.workshopId"
                        + " where w.endsAt <= ?1)",
                ended);
    }
}
