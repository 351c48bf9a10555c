package eu.urbact.infocus.directory.meeting;

import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The kept days of meetings. */
@ApplicationScoped
public class MeetingDays implements PanacheRepositoryBase<MeetingDay, UUID> {

    MeetingDays() {}

    /** One, locked for the caller's transaction; whatever changes in it raises its version. */
    Optional<MeetingDay> toChange(UUID workshopId) {
        return findByIdOptional(workshopId, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }
}
