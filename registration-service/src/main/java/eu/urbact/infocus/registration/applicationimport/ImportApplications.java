package eu.urbact.infocus.registration.applicationimport;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.BringInApplications;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.programmeview.Workshops;

/** Organisers bring applications into a call, all of a table at once. The same table again changes nothing. */
@ApplicationScoped
public class ImportApplications {

    private final Calls calls;
    private final Workshops workshops;
    private final BringInApplications bringIn;
    private final AuditTrail audit;
    private final Clock clock;

    ImportApplications(Calls calls, Workshops workshops, BringInApplications bringIn, AuditTrail audit, Clock clock) {
        this.calls = calls;
        this.workshops = workshops;
        this.bringIn = bringIn;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Brings the people in and says what became of each, in their order.
     *
     * @param people no two with the same address
     * @param refused how many rows of the table were not taken, for the audit trail
     */
    @Transactional
    public Outcome<List<BringInApplications.Entered>> bringIn(
            UUID callId, List<BringInApplications.Brought> people, int refused) {
        CallForParticipation call = calls.findById(callId);
        boolean over = workshops.findById(call.workshopId()).isOver(clock.instant());
        if (ImportPolicy.into(call.state(), over) instanceof Verdict.Refused verdict) {
            return Outcome.refused(verdict);
        }
        List<BringInApplications.Entered> entered = bringIn.bringIn(call, people);
        long created =
                entered.stream().filter(BringInApplications.Entered::created).count();
        audit.record(
                "applications-imported",
                "call",
                callId.toString(),
                Map.of("created", created, "alreadyThere", entered.size() - created, "refused", refused));
        return Outcome.done(entered);
    }
}
