package eu.urbact.infocus.registration.meeting;

import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The wishes of those who have said some. */
@ApplicationScoped
public class WishesOfPeople implements PanacheRepositoryBase<MeetingWishes, UUID> {

    /** What the person has said; nothing, of version 0, when that is so. */
    public MeetingWishes of(UUID applicationId) {
        return findByIdOptional(applicationId).orElseGet(MeetingWishes::new);
    }

    /** The same, to be changed: the first statement raises the version like every other. */
    MeetingWishes toChange(UUID applicationId) {
        getEntityManager()
                .createNativeQuery(
                        "insert into meeting_wishes (application_id, offered_competences, offered_activities,"
                                + " needed_competences, needed_activities, version)"
                                + " values (:applicationId, '{}', '{}', '{}', '{}', 0) on conflict (application_id) do nothing")
                .setParameter("applicationId", applicationId)
                .executeUpdate();
        return findById(applicationId);
    }
}
