package eu.urbact.infocus.registration.hotel;

import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;

/** Organisers say whether they look at every request for a room. */
@ApplicationScoped
public class SetConfirmation {

    private final HotelSettings settings;
    private final AuditTrail audit;

    SetConfirmation(HotelSettings settings, AuditTrail audit) {
        this.settings = settings;
        this.audit = audit;
    }

    /** The call's setting; written down on first sight, so that it has a version. */
    @Transactional
    public HotelSetting of(UUID callId) {
        settings.ensure(callId);
        return settings.findById(callId);
    }

    /** Holds for requests from now on; those that wait go on waiting for the organisers. */
    @Transactional
    public HotelSetting set(UUID callId, Confirmation confirmation) {
        HotelSetting setting = of(callId);
        Confirmation before = setting.confirmation();
        setting.confirmation(confirmation);
        settings.flush();
        audit.record(
                "hotel-confirmation-set", "call", callId.toString(), Map.of("before", before, "after", confirmation));
        return setting;
    }
}
