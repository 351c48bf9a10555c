package eu.urbact.infocus.directory.matchmaking;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;

import eu.urbact.infocus.directory.revision.DirectoryRevisions;

/**
 * Notes at start that the directory computes with another model than before, be it a new one or an earlier one again: all scores are others
 * then, and readers must ask again.
 */
@ApplicationScoped
class NoteModel {

    private final EntityManager entityManager;
    private final MatchStates states;
    private final DirectoryRevisions revisions;
    private final Clock clock;

    NoteModel(EntityManager entityManager, MatchStates states, DirectoryRevisions revisions, Clock clock) {
        this.entityManager = entityManager;
        this.states = states;
        this.revisions = revisions;
        this.clock = clock;
    }

    @Transactional
    void note(@Observes StartupEvent start) {
        // several instances may start at once
        revisions.lock();
        String version = states.model().version();
        if (before().filter(version::equals).isPresent()) {
            return;
        }
        revisions.raise();
        entityManager.flush();
        entityManager
                .createNativeQuery(
                        "insert into matching_model (version, since, revision) values (:version, :since, :revision)"
                                + " on conflict (version) do update set since = excluded.since, revision = excluded.revision")
                .setParameter("version", version)
                .setParameter("since", Timestamp.from(clock.instant()))
                .setParameter("revision", revisions.current())
                .executeUpdate();
    }

    private Optional<String> before() {
        List<?> versions = entityManager
                .createNativeQuery(
                        "select version from matching_model order by revision desc, since desc", String.class)
                .setMaxResults(1)
                .getResultList();
        return versions.stream().map(String.class::cast).findFirst();
    }
}
