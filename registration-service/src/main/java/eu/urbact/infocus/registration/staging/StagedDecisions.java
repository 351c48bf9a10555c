package eu.urbact.infocus.registration.staging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.registration.application.ApplicationFilter;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.application.Decision;
import eu.urbact.infocus.registration.application.Profile;

/** All decisions that are staged. Whoever writes here has locked the application first. */
@ApplicationScoped
public class StagedDecisions implements PanacheRepositoryBase<StagedDecision, UUID> {

    private static final String NEWCOMER =
            "case when %s then false else true end".formatted(Applications.HAS_BEEN_BEFORE);

    private static final String PLANNED = """
            select a.id, a.state, a.cityId, a.profile, a.organisation, a.contributor, a.bucket, a.version, %s, a.clusterId, s
            from StagedDecision s join Application a on a.id = s.applicationId
            where s.callId = :callId
            order by s.stagedAt, a.id
            """.formatted(NEWCOMER);

    private static final String PEOPLE = """
            select a.id, a.state, a.cityId, a.profile, a.organisation, a.contributor, a.bucket, a.version, %s, a.clusterId
            from Application a
            where a.callId = :callId and %s
            order by a.id
            """;

    /**
     * What others hold is passed over, and stays staged: whoever stages or releases it at this moment has it refused by the release.
     *
     * <p>Everybody who applies comes here, while hardly ever anything is staged: then nothing is looked up. Only the address finds the earlier
     * application; a plan that was made while the call was small would find it by reading the whole call.
     */
    static final String DROP_OF_EARLIER = """
            delete from staged_decision where exists (select from staged_decision) and application_id in (
                select staged.application_id
                from application again
                    join application earlier on earlier.email_key = again.email_key
                        and earlier.call_id is not distinct from again.call_id and earlier.id <> again.id
                    join staged_decision staged on staged.application_id = earlier.id
                where again.id = ?
                for update of staged, earlier skip locked)
            returning application_id""";

    private final AuditTrail audit;

    StagedDecisions(AuditTrail audit) {
        this.audit = audit;
    }

    /** What the plan has to know of a person. Nothing in it tells who the person is. */
    record Person(
            UUID id,
            ApplicationState state,
            String cityId,
            Profile profile,
            String organisation,
            boolean contributor,
            String bucket,
            long version,
            boolean newcomer,
            String clusterId) {

        static Person of(Object[] row) {
            return new Person(
                    (UUID) row[0],
                    (ApplicationState) row[1],
                    (String) row[2],
                    (Profile) row[3],
                    (String) row[4],
                    (Boolean) row[5],
                    (String) row[6],
                    (Long) row[7],
                    (Boolean) row[8],
                    (String) row[9]);
        }
    }

    /** A person and what is staged for them. */
    record Planned(Person person, StagedDecision staged) {}

    /** What is staged for these applications; those for which nothing is are not in it. */
    public Map<UUID, StagedDecision> of(Collection<UUID> applicationIds) {
        return applicationIds.isEmpty()
                ? Map.of()
                : list("applicationId in ?1", applicationIds).stream()
                        .collect(Collectors.toMap(StagedDecision::applicationId, Function.identity()));
    }

    /** Everything that is staged for a call, in the order in which it was. */
    List<Planned> planned(UUID callId) {
        return getEntityManager()
                .createQuery(PLANNED, Object[].class)
                .setParameter("admitted", ApplicationState.ADMITTED)
                .setParameter("callId", callId)
                .getResultStream()
                .map(row -> new Planned(Person.of(row), (StagedDecision) row[10]))
                .toList();
    }

    /** Who holds a seat of a call. */
    List<Person> holders(UUID callId) {
        return getEntityManager()
                .createQuery(PEOPLE.formatted(NEWCOMER, "a.bucket is not null"), Object[].class)
                .setParameter("admitted", ApplicationState.ADMITTED)
                .setParameter("callId", callId)
                .getResultStream()
                .map(Person::of)
                .toList();
    }

    /** These people, as far as they have applied for this call and can be decided about: nobody who has been forgotten. */
    List<Person> people(UUID callId, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery(PEOPLE.formatted(NEWCOMER, "a.erasedAt is null and a.id in :ids"), Object[].class)
                        .setParameter("admitted", ApplicationState.ADMITTED)
                        .setParameter("callId", callId)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .map(Person::of)
                        .toList();
    }

    /** What is left of one act of staging. */
    public List<StagedDecision> ofStep(UUID callId, UUID stepId) {
        return list("callId = ?1 and stepId = ?2 order by applicationId", callId, stepId);
    }

    /** Takes away what is staged for an application; false when nothing was. */
    boolean drop(UUID applicationId) {
        return delete("applicationId", applicationId) == 1;
    }

    /**
     * Takes away what is staged for other applications of the same person to the same call, before the transaction ends, and writes down
     * that it is gone.
     */
    void dropOfEarlier(UUID applicationId, String action, Map<String, ?> details) {
        // without a round trip of its own
        audit.changeAndRecord(action, "application", details, DROP_OF_EARLIER, applicationId);
    }

    /** Narrows a list to those for whom this is staged. */
    public static ApplicationFilter.Narrowing staged(Decision decision) {
        return new ApplicationFilter.Narrowing(
                "id in (select s.applicationId from StagedDecision s where s.decision = :stagedDecision)",
                Map.of("stagedDecision", decision));
    }

    /** Narrows a list to those for whom anything is staged, or to those for whom nothing is. */
    public static ApplicationFilter.Narrowing staged(boolean any) {
        return new ApplicationFilter.Narrowing(
                "id " + (any ? "in" : "not in") + " (select s.applicationId from StagedDecision s)", Map.of());
    }
}
