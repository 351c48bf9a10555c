package eu.urbact.infocus.registration.call;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.seat.Seats;

/** Organisers change what a call says, how big its room is, which buckets it has, and what it asks. */
@ApplicationScoped
public class EditCall {

    private final Calls calls;
    private final Seats seats;
    private final CallQuestions questions;
    private final AuditTrail audit;
    private final Event<ClosingMoved> moved;
    private final Clock clock;

    EditCall(
            Calls calls,
            Seats seats,
            CallQuestions questions,
            AuditTrail audit,
            Event<ClosingMoved> moved,
            Clock clock) {
        this.calls = calls;
        this.seats = seats;
        this.questions = questions;
        this.audit = audit;
        this.moved = moved;
        this.clock = clock;
    }

    /**
     * Makes the call what the command says, or nothing of it. Questions stay as they are when the command has none. Refused, with the
     * numbers, when the room would be smaller than its buckets or a bucket smaller than what is held of it.
     */
    @Transactional
    public Outcome<CallForParticipation> edit(UUID callId, DraftCall.Command command) {
        CallForParticipation call = calls.toChange(callId);
        if (CallChangePolicy.check(call, command, clock.instant()) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        // looks and locks first, writes last: a refusal changes nothing
        if (seats.canBecome(callId, command.capacity(), command.seats()) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        if (command.questions() != null
                && questions.replace(call, command.questions()) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        Map<String, Object> details = new LinkedHashMap<>();
        note(details, "capacity", call.capacity(), command.capacity());
        note(details, "closesAt", call.closesAt(), command.closesAt());
        note(
                details,
                "skipModerationForDelegations",
                call.skipModerationForDelegations(),
                command.skipModerationForDelegations());
        List<String> resized = seats.become(callId, command.seats());
        if (!resized.isEmpty()) {
            details.put("buckets", resized);
        }
        if (command.questions() != null) {
            details.put("questions", command.questions().size());
        }
        boolean closingMoves = !call.closesAt().equals(command.closesAt());
        call.change(command);
        calls.flush();
        if (closingMoves) {
            moved.fire(new ClosingMoved(callId));
        }
        audit.record("call-changed", "call", callId.toString(), details);
        return Outcome.done(call);
    }

    private static void note(Map<String, Object> details, String what, Object before, Object after) {
        if (!before.equals(after)) {
            details.put(what, Map.of("before", before, "after", after));
        }
    }
}
