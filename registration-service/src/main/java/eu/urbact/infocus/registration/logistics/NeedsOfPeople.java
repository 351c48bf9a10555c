package eu.urbact.infocus.registration.logistics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import eu.urbact.infocus.registration.programmeview.Workshop;

/** What people eat and need. */
@ApplicationScoped
public class NeedsOfPeople implements PanacheRepositoryBase<Needs, UUID> {

    List<Needs> of(Set<UUID> applicationIds) {
        return applicationIds.isEmpty() ? List.of() : list("applicationId in ?1", applicationIds);
    }

    /**
     * Deletes those whose time is over, by the end of the workshop as it is announced now, and as {@link Workshop#erasedAfter} says: with a
     * workshop that moves their day moves.
     */
    long erase(Duration kept, Instant now) {
        return delete(
                "callId in (select c.id from CallForParticipation c join Workshop w on w.id = c.workshopId"
                        + " where w.endsAt <= ?1 and (w.movedAt < w.endsAt or w.movedAt <= ?2))",
                now.minus(kept),
                now.minus(Workshop.SLIP_FOUND_WITHIN));
    }
}
