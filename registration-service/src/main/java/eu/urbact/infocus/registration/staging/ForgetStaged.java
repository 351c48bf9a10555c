package eu.urbact.infocus.registration.staging;

import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.registration.application.ApplicationFact;

/**
 * What was staged for a person is worth nothing any more once the person has withdrawn or somebody has decided otherwise; it goes in
 * the same transaction.
 */
@ApplicationScoped
class ForgetStaged {

    private final StagedDecisions stagedDecisions;
    private final AuditTrail audit;

    ForgetStaged(StagedDecisions stagedDecisions, AuditTrail audit) {
        this.stagedDecisions = stagedDecisions;
        this.audit = audit;
    }

    void forget(@Observes ApplicationFact fact) {
        boolean stays = fact.kind() == ApplicationFact.Kind.SUBMITTED || fact.kind() == ApplicationFact.Kind.REPEATED;
        if (!stays && stagedDecisions.drop(fact.applicationId())) {
            audit.record(
                    "staged-decision-overtaken",
                    "application",
                    fact.applicationId().toString(),
                    Map.of("by", fact.kind()));
        }
    }
}
