package eu.urbact.infocus.registration.attendance;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationFact;
import eu.urbact.infocus.registration.application.Applications;

/**
 * Who walked in and gets a place after all has been there with it: their walk-ins become check-ins. Otherwise one person would be counted
 * twice, or be missing among those with a place although they are in the room. Final lists do not change by it: nobody gets a place then.
 */
@ApplicationScoped
class CheckInWalkedIn {

    private final Applications applications;
    private final WalkIns walkIns;
    private final CheckIns checkIns;
    private final AuditTrail audit;
    private final Event<AttendanceFact> facts;
    private final Clock clock;

    CheckInWalkedIn(
            Applications applications,
            WalkIns walkIns,
            CheckIns checkIns,
            AuditTrail audit,
            Event<AttendanceFact> facts,
            Clock clock) {
        this.applications = applications;
        this.walkIns = walkIns;
        this.checkIns = checkIns;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /** In the transaction of the admission; the application is locked by whoever fired the fact, so nobody walks in meanwhile. */
    void when(@Observes ApplicationFact fact) {
        if (fact.kind() != ApplicationFact.Kind.ADMITTED) {
            return;
        }
        List<WalkIn> came = walkIns.ofPerson(fact.applicationId());
        if (came.isEmpty()) {
            return;
        }
        Application application = applications.findById(fact.applicationId());
        Instant now = clock.instant();
        for (WalkIn walkIn : came) {
            if (walkIns.delete("id", walkIn.id()) == 0) {
                continue; // the desk was quicker and has taken it back
            }
            CheckIn checkIn = new CheckIn(application, walkIn);
            boolean added = checkIns.addOnce(checkIn);
            audit.record(
                    "walk-in-became-check-in",
                    "application",
                    application.id().toString(),
                    Map.of("date", walkIn.day().toString(), "walkIn", walkIn.id()));
            facts.fire(AttendanceFact.of(AttendanceFact.Kind.UNDONE, walkIn, now));
            if (added) {
                facts.fire(AttendanceFact.of(AttendanceFact.Kind.RECORDED, checkIn, now));
            }
        }
    }
}
