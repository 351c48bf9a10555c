package eu.urbact.infocus.directory.matchmaking;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;

import eu.urbact.infocus.directory.matching.Matcher;
import eu.urbact.infocus.directory.revision.DirectoryRevisions;

/**
 * Notes at start that the directory computes with another model than before, be it other numbers, other formulas, or an earlier model again:
 * all scores are others then, and readers must ask again.
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
        // looking takes no lock: most starts change nothing, and must not wait for an import
        if (isNoted()) {
            return;
        }
        // several instances may start at once, or during an import
        revisions.lockForImport();
        if (isNoted()) {
            return;
        }
        revisions.raise();
        entityManager.flush();
        entityManager
                .createNativeQuery("insert into matching_model (version, formulas, since, revision)"
                        + " values (:version, :formulas, :since, :revision) on conflict (version, formulas)"
                        + " do update set since = excluded.since, revision = excluded.revision")
                .setParameter("version", states.model().version())
                .setParameter("formulas", Matcher.FORMULAS)
                .setParameter("since", Timestamp.from(clock.instant()))
                .setParameter("revision", revisions.current())
                .executeUpdate();
    }

    /** Whether the model noted last has the same numbers and the same formulas. */
    private boolean isNoted() {
        List<?> same = entityManager
                .createNativeQuery(
                        "select version = :version and formulas = :formulas from matching_model"
                                + " order by revision desc, since desc",
                        Boolean.class)
                .setParameter("version", states.model().version())
                .setParameter("formulas", Matcher.FORMULAS)
                .setMaxResults(1)
                .getResultList();
        return same.contains(true);
    }
}
