package eu.urbact.infocus.registration.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Applications;

/** Who has been to a workshop of the network before. A person is known by their mail address. */
@ApplicationScoped
public class Acquaintances {

    private static final String RETURNING = """
            select a.id from Application a
            where a.id in :ids and %s
            """.formatted(Applications.HAS_BEEN_BEFORE);

    private static final String EARLIER = """
            select o.id, o.callId, w.slug, w.title, w.startsAt, o.state, o.appliedAt,
                (select count(c) from CheckIn c where c.applicationId = o.id)
            from Application a
            join Application o on o.emailKey = a.emailKey and o.id <> a.id
            left join Workshop w on w.id = o.workshopId
            where a.id = :id
            order by o.appliedAt desc, o.id desc
            """;

    /**
     * Another application of the same person.
     *
     * @param workshop the slug of the workshop, or null when it is not known any more
     * @param daysAttended on how many days they were there
     */
    public record Earlier(
            UUID applicationId,
            UUID callId,
            String workshop,
            String title,
            Instant startsAt,
            ApplicationState state,
            Instant appliedAt,
            long daysAttended) {}

    private final EntityManager database;

    Acquaintances(EntityManager database) {
        this.database = database;
    }

    /** Those of these applications whose person has been admitted to a workshop that begins before theirs. */
    public Set<UUID> returning(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(database.createQuery(RETURNING, UUID.class)
                        .setParameter("ids", ids)
                        .setParameter("admitted", ApplicationState.ADMITTED)
                        .getResultList());
    }

    /** The other applications of the same person, to this call and to others, newest first. */
    public List<Earlier> earlier(UUID applicationId) {
        return database.createQuery(EARLIER, Object[].class)
                .setParameter("id", applicationId)
                .getResultStream()
                .map(row -> new Earlier(
                        (UUID) row[0],
                        (UUID) row[1],
                        (String) row[2],
                        (String) row[3],
                        (Instant) row[4],
                        (ApplicationState) row[5],
                        (Instant) row[6],
                        (Long) row[7]))
                .toList();
    }
}
