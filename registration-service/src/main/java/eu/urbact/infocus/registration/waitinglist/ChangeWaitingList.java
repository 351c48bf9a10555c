package eu.urbact.infocus.registration.waitinglist;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.registration.seat.SeatsFreed;

/** Organisers start a waiting list, suspend it, or say how long its offers last. */
@ApplicationScoped
public class ChangeWaitingList {

    private final WaitingLists lists;
    private final AuditTrail audit;
    private final Event<SeatsFreed> freed;

    ChangeWaitingList(WaitingLists lists, AuditTrail audit, Event<SeatsFreed> freed) {
        this.lists = lists;
        this.audit = audit;
        this.freed = freed;
    }

    /**
     * Replaces the settings of a call that exists. Offers that are open keep their deadline.
     *
     * @throws jakarta.persistence.OptimisticLockException when somebody else has changed them in the meantime
     */
    @Transactional
    public WaitingLists.Versioned change(UUID callId, Settings settings) {
        WaitingList list = lists.toChange(callId);
        Settings before = list.settings();
        list.change(settings);
        lists.flush();
        audit.record(
                "waiting-list-changed",
                "call",
                callId.toString(),
                Map.of("before", details(before), "after", details(settings)));
        if (settings.running()) {
            // seats may have become free while it was suspended
            freed.fire(new SeatsFreed(callId));
        }
        return new WaitingLists.Versioned(list.settings(), list.version());
    }

    private static Map<String, Object> details(Settings settings) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("running", settings.running());
        details.put("offerHours", settings.offerHours());
        details.put("cutOffHours", settings.cutOffHours());
        return details;
    }
}
