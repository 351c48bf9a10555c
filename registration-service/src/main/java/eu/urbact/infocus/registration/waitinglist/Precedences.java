package eu.urbact.infocus.registration.waitinglist;

import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Whom organisers have put first, and why. */
@ApplicationScoped
public class Precedences implements PanacheRepositoryBase<Precedence, UUID> {

    /** Each time that this person was put first, oldest first. */
    public List<Precedence> of(UUID applicationId) {
        return list("applicationId = ?1 order by givenAt, id", applicationId);
    }

    /** Forgets why; false when there was nothing. */
    boolean forget(UUID applicationId) {
        return delete("applicationId", applicationId) > 0;
    }
}
