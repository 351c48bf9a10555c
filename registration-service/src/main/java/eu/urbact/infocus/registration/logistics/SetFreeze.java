package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;

/** Organisers say until when people change their places themselves; with that they begin to ask. */
@ApplicationScoped
public class SetFreeze {

    private final LogisticsSettings settings;
    private final AuditTrail audit;

    SetFreeze(LogisticsSettings settings, AuditTrail audit) {
        this.settings = settings;
        this.audit = audit;
    }

    /** The call's setting; written down on first sight, so that it has a version. */
    @Transactional
    public LogisticsSetting of(UUID callId) {
        settings.ensure(callId);
        return settings.findById(callId);
    }

    /** Lays the freeze time down; null to ask nothing any more. */
    @Transactional
    public LogisticsSetting freezeAt(UUID callId, Instant time) {
        LogisticsSetting setting = of(callId);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("before", setting.freezeAt());
        details.put("after", time);
        setting.freezeAt(time);
        settings.flush();
        audit.record("logistics-freeze-set", "call", callId.toString(), details);
        return setting;
    }
}
