package eu.urbact.infocus.directory.matchmaking;

import java.sql.Timestamp;
import java.time.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;

import eu.urbact.infocus.directory.revision.DirectoryRevisions;

/** Notes at start that the directory computes with another model: all scores are others then, and readers must ask again. */
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
        int noted = entityManager
                .createNativeQuery("insert into matching_model (version, since) values (:version, :since)"
                        + " on conflict do nothing")
                .setParameter("version", states.model().version())
                .setParameter("since", Timestamp.from(clock.instant()))
                .executeUpdate();
        if (noted > 0) {
            revisions.raise();
        }
    }
}
