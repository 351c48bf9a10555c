package eu.urbact.infocus.registration.review;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All comments. */
@ApplicationScoped
public class Comments implements PanacheRepositoryBase<Comment, UUID> {

    /** The comments on an application, in the order in which they were written. */
    public List<Comment> on(UUID applicationId) {
        return list("applicationId = ?1 order by writtenAt, id", applicationId);
    }

    /** How many there are on these applications; who has none is not in it. */
    public Map<UUID, Integer> count(Collection<UUID> applicationIds) {
        Map<UUID, Integer> counts = new HashMap<>();
        if (!applicationIds.isEmpty()) {
            getEntityManager()
                    .createQuery(
                            "select c.applicationId, count(c) from Comment c where c.applicationId in :ids"
                                    + " group by c.applicationId",
                            Object[].class)
                    .setParameter("ids", applicationIds)
                    .getResultList()
                    .forEach(row -> counts.put((UUID) row[0], ((Number) row[1]).intValue()));
        }
        return counts;
    }
}
