package eu.urbact.infocus.registration.suggestion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.application.Profile;

/** What the rule has to know of a call's applications, read as a few columns: there may be very many. */
@ApplicationScoped
class Applicants {

    private static final String LIVE = """
            select a.id, a.state, a.cityId, a.profile, a.contributor, a.bucket, a.appliedAt,
                case when %s then false else true end
            from Application a
            where a.callId = :callId and a.state in :live and (a.erasedAt is null or a.bucket is not null)
            order by a.id
            """.formatted(Applications.HAS_BEEN_BEFORE);

    private static final List<ApplicationState> STATES = List.of(
            ApplicationState.SUBMITTED,
            ApplicationState.WAITLISTED,
            ApplicationState.ADMITTED,
            ApplicationState.OFFERED);

    /** A live application. */
    record Row(
            UUID id,
            ApplicationState state,
            String cityId,
            Profile profile,
            boolean contributor,
            String bucket,
            Instant appliedAt,
            boolean newcomer) {}

    private final EntityManager database;

    Applicants(EntityManager database) {
        this.database = database;
    }

    /**
     * The call's live applications, in the order of their ids. Of people who have been forgotten only those who hold a seat: nobody can be
     * decided about any more who is not known.
     */
    List<Row> live(UUID callId) {
        return database.createQuery(LIVE, Object[].class)
                .setParameter("admitted", ApplicationState.ADMITTED)
                .setParameter("callId", callId)
                .setParameter("live", STATES)
                .getResultStream()
                .map(row -> new Row(
                        (UUID) row[0],
                        (ApplicationState) row[1],
                        (String) row[2],
                        (Profile) row[3],
                        (Boolean) row[4],
                        (String) row[5],
                        (Instant) row[6],
                        (Boolean) row[7]))
                .toList();
    }
}
