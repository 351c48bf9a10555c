package eu.urbact.infocus.registration.call;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.audit.Changes;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.WorkshopAnnounced;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.seat.HandBackDays;

/**
 * What a call has from its workshop follows it: the name, the end of the applications for one that was brought forward, and the days on which
 * cities hand seats back that would come too late for it. All else is the organisers' to change, who are warned on the page of the call.
 */
@ApplicationScoped
class FollowWorkshop {

    private final Calls calls;
    private final HandBackDays handBackDays;
    private final Workshops workshops;
    private final AuditTrail audit;
    private final Clock clock;

    FollowWorkshop(Calls calls, HandBackDays handBackDays, Workshops workshops, AuditTrail audit, Clock clock) {
        this.calls = calls;
        this.handBackDays = handBackDays;
        this.workshops = workshops;
        this.audit = audit;
        this.clock = clock;
    }

    void follow(@Observes WorkshopAnnounced announced) {
        Workshop workshop = workshops.findById(announced.workshopId());
        for (UUID callId : calls.ofWorkshop(workshop.id())) {
            calls.locked(callId).ifPresent(call -> follow(call, workshop));
        }
    }

    private void follow(CallForParticipation call, Workshop workshop) {
        Map<String, Object> before = described(call);
        Map<String, LocalDate> brought = Map.of();
        if (call.state() != CallState.ARCHIVED) {
            Instant now = clock.instant();
            brought = handBackDays.change(
                    call.id(),
                    day -> CallDaysPolicy.handBackBeforeMoved(day, call.opensAt(), call.zone(), workshop, now));
        }
        if (!call.follow(workshop) && brought.isEmpty()) {
            return;
        }
        if (!brought.isEmpty()) {
            // buckets have no version of their own
            calls.toChange(call.id());
        }
        calls.flush();
        Map<String, Object> details = new LinkedHashMap<>(Changes.between(before, described(call)));
        brought.forEach((bucket, day) -> details.put("handBackOn " + bucket, day));
        audit.record("system", "call-followed-workshop", "call", call.id().toString(), details);
    }

    private static Map<String, Object> described(CallForParticipation call) {
        return Map.of("title", call.title(), "applicationsEndAt", call.closesAt());
    }
}
