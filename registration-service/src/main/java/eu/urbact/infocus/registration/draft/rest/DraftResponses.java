package eu.urbact.infocus.registration.draft.rest;

import java.time.Clock;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.draft.Draft;
import eu.urbact.infocus.registration.draft.DraftEntries;

/** Tells what a draft holds, and what is to be done about it. */
@ApplicationScoped
class DraftResponses {

    private final Calls calls;
    private final Findings findings;
    private final Clock clock;

    DraftResponses(Calls calls, Findings findings, Clock clock) {
        this.calls = calls;
        this.findings = findings;
        this.clock = clock;
    }

    DraftResponse of(Draft draft) {
        CallForParticipation call = calls.current(draft.callId()).orElseThrow();
        DraftEntries entries = findings.stillAsked(draft);
        return new DraftResponse(
                call.id(),
                call.workshopSlug(),
                call.accepts(clock.instant()) instanceof Verdict.Allowed,
                draft.isSent(),
                draft.savedAt(),
                draft.expiresAt(),
                entries,
                draft.isSent() ? List.of() : findings.ofSending(call.id(), entries, true),
                draft.tag());
    }

    /** Whether the draft's call takes applications now. */
    Verdict accepts(Draft draft) {
        return calls.current(draft.callId()).orElseThrow().accepts(clock.instant());
    }
}
