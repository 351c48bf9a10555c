package eu.urbact.infocus.registration.staging;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.registration.application.ApplicationFact;

/**
 * What was staged for a person is worth nothing any more once the person has withdrawn or applied again, or somebody has decided
 * otherwise; it goes in the same transaction.
 */
@ApplicationScoped
class ForgetStaged {

    private static final Set<ApplicationFact.Kind> OVERTAKING = EnumSet.of(
            ApplicationFact.Kind.ADMITTED,
            ApplicationFact.Kind.WAITLISTED,
            ApplicationFact.Kind.DECLINED,
            ApplicationFact.Kind.WITHDRAWN);

    private static final String OVERTAKEN = "staged-decision-overtaken";

    private final StagedDecisions stagedDecisions;
    private final AuditTrail audit;

    ForgetStaged(StagedDecisions stagedDecisions, AuditTrail audit) {
        this.stagedDecisions = stagedDecisions;
        this.audit = audit;
    }

    /** Decisions can be staged for somebody who was declined or has withdrawn; when they apply again, that application counts. */
    void forgetEarlier(@Observes ApplicationFact fact) {
        if (fact.kind() == ApplicationFact.Kind.SUBMITTED) {
            stagedDecisions.dropOfEarlier(fact.applicationId(), OVERTAKEN, Map.of("by", fact.kind()));
        }
    }

    void forget(@Observes ApplicationFact fact) {
        if (OVERTAKING.contains(fact.kind()) && stagedDecisions.drop(fact.applicationId())) {
            audit.record(OVERTAKEN, "application", fact.applicationId().toString(), Map.of("by", fact.kind()));
        }
    }
}
