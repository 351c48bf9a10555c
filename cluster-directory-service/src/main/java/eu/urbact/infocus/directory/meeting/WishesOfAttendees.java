package eu.urbact.infocus.directory.meeting;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What people with a place have said themselves, as registration-service told. */
@ApplicationScoped
public class WishesOfAttendees implements PanacheRepositoryBase<StatedWishes, UUID> {

    WishesOfAttendees() {}

    /** What these people have said; who has said nothing is absent. */
    Map<UUID, StatedWishes> of(Collection<UUID> applicationIds) {
        return applicationIds.isEmpty()
                ? Map.of()
                : list("applicationId in ?1", applicationIds).stream()
                        .collect(Collectors.toMap(StatedWishes::applicationId, Function.identity()));
    }

    /**
     * Takes the place of what the person has said before; a plan stays as it was made. Of who says nothing any more, or whose time is
     * over, nothing is kept.
     */
    @Transactional
    public void state(UUID applicationId, StatedWishes.Codes offers, StatedWishes.Codes needs) {
        deleteById(applicationId);
        flush();
        if (!offers.isEmpty() || !needs.isEmpty()) {
            persist(new StatedWishes(applicationId, offers, needs));
        }
    }
}
