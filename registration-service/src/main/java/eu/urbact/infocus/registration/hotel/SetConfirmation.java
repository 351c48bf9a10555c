package eu.urbact.infocus.registration.hotel;

import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;

/** Organisers say whether they look at every request for a room. */
@ApplicationScoped
public class SetConfirmation {

    private final HotelSettings settings;
    private final AuditTrail audit;
    private final Event<RoomsFreed> freed;

    SetConfirmation(HotelSettings settings, AuditTrail audit, Event<RoomsFreed> freed) {
        this.settings = settings;
        this.audit = audit;
        this.freed = freed;
    }

    /** The call's setting; written down on first sight, so that it has a version. */
    @Transactional
    public HotelSetting of(UUID callId) {
        settings.ensure(callId);
        return settings.findById(callId);
    }

    /** Holds for requests from now on; with automatic confirmation those who wait get what is free, the longest waiting first. */
    @Transactional
    public HotelSetting set(UUID callId, Confirmation confirmation) {
        HotelSetting setting = of(callId);
        Confirmation before = setting.confirmation();
        setting.confirmation(confirmation);
        settings.flush();
        audit.record(
                "hotel-confirmation-set", "call", callId.toString(), Map.of("before", before, "after", confirmation));
        freed.fire(new RoomsFreed(callId));
        return setting;
    }
}
