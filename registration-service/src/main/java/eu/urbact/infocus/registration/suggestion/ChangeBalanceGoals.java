package eu.urbact.infocus.registration.suggestion;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;

/** Organisers say what a well-mixed room looks like. */
@ApplicationScoped
public class ChangeBalanceGoals {

    private final GoalsOfCalls goalsOfCalls;
    private final AuditTrail audit;

    ChangeBalanceGoals(GoalsOfCalls goalsOfCalls, AuditTrail audit) {
        this.goalsOfCalls = goalsOfCalls;
        this.audit = audit;
    }

    /**
     * Replaces the goals of a call that exists.
     *
     * @throws jakarta.persistence.OptimisticLockException when somebody else has changed them in the meantime
     */
    @Transactional
    public GoalsOfCalls.Versioned change(UUID callId, Goals goals) {
        BalanceGoals kept = goalsOfCalls.toChange(callId);
        Goals before = kept.goals();
        kept.change(goals);
        goalsOfCalls.flush();
        audit.record(
                "balance-goals-changed",
                "call",
                callId.toString(),
                Map.of("before", details(before), "after", details(goals)));
        return new GoalsOfCalls.Versioned(kept.goals(), kept.version());
    }

    private static Map<String, Object> details(Goals goals) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("maxPerCityInOpenPool", goals.maxPerCityInOpenPool());
        details.put("newcomersPercent", goals.newcomersPercent());
        details.put("minimumPerProfile", goals.minimumPerProfile());
        return details;
    }
}
