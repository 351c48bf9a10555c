package eu.urbact.infocus.directory.meeting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Who has a place at which workshop, as registration-service told. */
@ApplicationScoped
public class WorkshopAttendees implements PanacheRepositoryBase<WorkshopAttendee, UUID> {

    private final WishesOfAttendees wishes;

    WorkshopAttendees(WishesOfAttendees wishes) {
        this.wishes = wishes;
    }

    /** Everybody with a place at a workshop. */
    public List<WorkshopAttendee> of(UUID workshopId) {
        return list("workshopId = ?1 order by applicationId", workshopId);
    }

    /** Somebody has a place. */
    @Transactional
    public void come(UUID applicationId, UUID workshopId, Optional<String> cityId) {
        deleteById(applicationId);
        flush();
        persist(new WorkshopAttendee(applicationId, workshopId, cityId.orElse(null)));
    }

    /** Somebody has no place any more, and so wants nothing from the meetings. */
    @Transactional
    public void leave(UUID applicationId) {
        deleteById(applicationId);
        wishes.deleteById(applicationId);
    }

    /** Somebody wants to be forgotten: nothing is left that names the application. */
    @Transactional
    public void forget(UUID applicationId) {
        leave(applicationId);
        for (String table : List.of("meeting", "meeting_chair")) {
            getEntityManager()
                    .createNativeQuery("delete from " + table + " where person = :person")
                    .setParameter("person", applicationId.toString())
                    .executeUpdate();
        }
        getEntityManager()
                .createNativeQuery("delete from meeting_wish where side = 'PERSON' and subject = :person")
                .setParameter("person", applicationId.toString())
                .executeUpdate();
    }
}
