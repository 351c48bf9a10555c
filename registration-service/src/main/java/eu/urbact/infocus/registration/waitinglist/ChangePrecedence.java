package eu.urbact.infocus.registration.waitinglist;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** Organisers move a person on the waiting list: by a priority, or to its top with a reason. */
@ApplicationScoped
public class ChangePrecedence {

    private final Applications applications;
    private final WaitingEntries entries;
    private final Precedences precedences;
    private final AuditTrail audit;
    private final Clock clock;

    ChangePrecedence(
            Applications applications, WaitingEntries entries, Precedences precedences, AuditTrail audit, Clock clock) {
        this.applications = applications;
        this.entries = entries;
        this.precedences = precedences;
        this.audit = audit;
        this.clock = clock;
    }

    /** Gives a priority from 0 to 9; it decides between people of equally balanced origins. */
    @Transactional
    public Outcome<Waiting> prioritise(UUID callId, UUID applicationId, int priority) {
        if (entries.of(callId, applicationId).isEmpty()) {
            return notWaiting();
        }
        WaitingEntry entry = entries.toChange(applicationId);
        int before = entry.priority();
        entry.prioritise(priority);
        entries.flush();
        audit.record(
                "waiting-priority-set",
                "application",
                applicationId.toString(),
                Map.of("before", before, "after", priority));
        return now(callId, applicationId);
    }

    /**
     * Puts the person on the top of the list, after those who were put there earlier. The reason is kept, also when that has long taken
     * effect; refused once they have been forgotten.
     */
    @Transactional
    public Outcome<Waiting> putFirst(UUID callId, UUID applicationId, String reason) {
        if (entries.of(callId, applicationId).isEmpty()) {
            return notWaiting();
        }
        if (applications.toChange(applicationId).isErased()) {
            return Outcome.refused(RegistrationProblem.PERSON_ERASED, "Nothing can be written about them any more.");
        }
        Optional<Waiting> waiting = entries.of(callId, applicationId);
        if (waiting.isEmpty()) {
            return notWaiting();
        }
        Instant now = clock.instant();
        entries.toChange(applicationId).putFirst(now);
        precedences.persist(new Precedence(applicationId, reason, now));
        entries.flush();
        audit.record(
                "waiting-put-first",
                "application",
                applicationId.toString(),
                Map.of("before", waiting.get().place()));
        return now(callId, applicationId);
    }

    private Outcome<Waiting> now(UUID callId, UUID applicationId) {
        return entries.of(callId, applicationId)
                .<Outcome<Waiting>>map(Outcome::done)
                .orElseGet(ChangePrecedence::notWaiting);
    }

    private static Outcome<Waiting> notWaiting() {
        return Outcome.refused(RegistrationProblem.NOT_WAITING, "Only people on the waiting list have a place on it.");
    }
}
