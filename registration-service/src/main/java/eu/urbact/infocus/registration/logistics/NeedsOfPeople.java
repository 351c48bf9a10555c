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

    long erase(Instant due) {
        return delete("eraseAfter <= ?1", due);
    }
}
