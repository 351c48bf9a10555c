package eu.urbact.infocus.registration.call;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.audit.Changes;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.Seats;

/** What organisers do to a call that exists: open it, close it, resize its buckets. */
@ApplicationScoped
public class ChangeCall {

    private final Calls calls;
    private final Seats seats;
    private final KeepPromises keepPromises;
    private final Workshops workshops;
    private final PeopleOfCall people;
    private final AuditTrail audit;
    private final Event<CallFact> facts;
    private final Event<CallChanged> changed;
    private final Clock clock;

    ChangeCall(
            Calls calls,
            Seats seats,
            KeepPromises keepPromises,
            Workshops workshops,
            PeopleOfCall people,
            AuditTrail audit,
            Event<CallFact> facts,
            Event<CallChanged> changed,
            Clock clock) {
        this.calls = calls;
        this.seats = seats;
        this.keepPromises = keepPromises;
        this.workshops = workshops;
        this.people = people;
        this.audit = audit;
        this.facts = facts;
        this.changed = changed;
        this.clock = clock;
    }

    /** Refused, with the reason, when its time has passed, or when seats of a city would be handed back before anybody could use them. */
    @Transactional
    public Outcome<CallForParticipation> open(UUID callId) {
        CallForParticipation call = calls.toChange(callId);
        if (HandBackPolicy.opening(seats.of(callId), call.zone(), call.opensAt(), clock.instant())
                        instanceof Verdict.Refused refused
                && call.state() == CallState.DRAFT) {
            return Outcome.refused(refused);
        }
        return changed(call, call.open(clock.instant()), "call-opened");
    }

    @Transactional
    public Outcome<CallForParticipation> close(UUID callId) {
        CallForParticipation call = calls.toChange(callId);
        return changed(call, call.close(clock.instant()), "call-closed");
    }

    /**
     * Puts a draft or a closed call away; refused, with the numbers, while people rely on it and the workshop is not over. Nobody outside
     * needs to be told.
     */
    @Transactional
    public Outcome<CallForParticipation> archive(UUID callId) {
        CallForParticipation call = calls.toChange(callId);
        if (call.state() == CallState.CLOSED
                && ArchivingPolicy.archive(people.on(callId), workshops.findById(call.workshopId()), clock.instant())
                        instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        if (call.archive() instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        // the new state raises the version once more, and whoever asks is told the last one
        calls.flush();
        audit.record("call-archived", "call", callId.toString(), Map.of("state", call.state()));
        return Outcome.done(call);
    }

    /** Closes every open call whose closing time has come. */
    @Transactional
    public void closeDue() {
        for (CallForParticipation call : calls.openPast(clock.instant())) {
            changed(call, call.close(clock.instant()), "call-closed");
        }
    }

    /** Refused, with the numbers, below the seats held or promised, or beyond the room. */
    @Transactional
    public Outcome<CallForParticipation> resizeBucket(UUID callId, BucketCode code, int limit) {
        CallForParticipation call = calls.toChange(callId);
        if (!seats.has(callId, code)) {
            return Outcome.refused(
                    RegistrationProblem.BUCKET_UNKNOWN, "This call has no such seats. See the list of its buckets.");
        }
        // nobody is promised one of these seats meanwhile
        seats.lock(callId, List.of(code));
        if (keepPromises.whenOne(callId, code, limit) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        int before = seats.limit(callId, code);
        return seats.resize(callId, call.capacity(), code, limit).map(done -> {
            audit.record(
                    "bucket-resized",
                    "call",
                    callId.toString(),
                    Map.of("bucket", code.value(), "limit", new Changes.Change(before, limit)));
            return call;
        });
    }

    private Outcome<CallForParticipation> changed(CallForParticipation call, Verdict verdict, String action) {
        if (verdict instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        // the new state raises the version once more, and whoever asks is told the last one
        calls.flush();
        audit.record(action, "call", call.id().toString(), Map.of("state", call.state()));
        facts.fire(CallFact.of(call));
        changed.fire(new CallChanged(call.id()));
        return Outcome.done(call);
    }
}
