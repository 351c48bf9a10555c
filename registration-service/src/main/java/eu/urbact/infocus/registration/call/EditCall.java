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
import eu.urbact.infocus.chassis.audit.Changes;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.seat.Seats;

/** Organisers change what a call says, how big its room is, which buckets it has, and what it asks. */
@ApplicationScoped
public class EditCall {

    private final Calls calls;
    private final Seats seats;
    private final KeepPromises keepPromises;
    private final CallQuestions questions;
    private final Workshops workshops;
    private final AuditTrail audit;
    private final Event<CallChanged> changed;
    private final Clock clock;

    EditCall(
            Calls calls,
            Seats seats,
            KeepPromises keepPromises,
            CallQuestions questions,
            Workshops workshops,
            AuditTrail audit,
            Event<CallChanged> changed,
            Clock clock) {
        this.calls = calls;
        this.seats = seats;
        this.keepPromises = keepPromises;
        this.questions = questions;
        this.workshops = workshops;
        this.audit = audit;
        this.changed = changed;
        this.clock = clock;
    }

    /**
     * Makes the call what the command says, or nothing of it. Questions stay as they are when the command has none. Refused, with the
     * numbers, when the room would be smaller than its buckets or a bucket smaller than what is held of it, or promised by its city.
     */
    @Transactional
    public Outcome<CallForParticipation> edit(UUID callId, DraftCall.Command command) {
        CallForParticipation call = calls.toChange(callId);
        if (CallChangePolicy.check(call, command, clock.instant()) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        // looks and locks first, writes last: a refusal changes nothing
        if (command.questions() != null) {
            questions.lock(call);
        }
        if (seats.canBecome(callId, command.capacity(), command.seats()) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        if (keepPromises.whenAll(callId, command.seats()) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        Map<String, CallQuestion> asked = questionsOf(call);
        if (command.questions() != null
                && questions.replace(call, command.questions()) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        Map<String, Object> before = described(call);
        List<String> resized = seats.become(callId, command.seats());
        call.change(command, workshops.findById(call.workshopId()));
        calls.flush();
        changed.fire(new CallChanged(callId));
        Map<String, Object> details = new LinkedHashMap<>(Changes.between(before, described(call)));
        if (!resized.isEmpty()) {
            details.put("buckets", resized);
        }
        Map<String, Object> askedOtherwise = Changes.between(asked, questionsOf(call));
        if (!askedOtherwise.isEmpty()) {
            details.put("questions", askedOtherwise);
        }
        audit.record("call-changed", "call", callId.toString(), details);
        return Outcome.done(call);
    }

    /** All questions by their keys. */
    private Map<String, CallQuestion> questionsOf(CallForParticipation call) {
        Map<String, CallQuestion> byKey = new LinkedHashMap<>();
        questions.all(call).forEach(question -> byKey.put(question.key(), question));
        return byKey;
    }

    /** What the call says, without its buckets and questions. */
    private static Map<String, Object> described(CallForParticipation call) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("opensAt", call.opensAt());
        described.put("closesAt", call.plannedClosesAt());
        described.put("zone", call.zone().getId());
        described.put("capacity", call.capacity());
        described.put("eligibility", call.eligibility());
        described.put("offered", List.copyOf(call.offered()));
        described.put("notOffered", List.copyOf(call.notOffered()));
        described.put("skipModerationForDelegations", call.skipModerationForDelegations());
        described.put("decidesBy", call.decidesBy().orElse(null));
        return described;
    }
}
