package eu.urbact.infocus.registration.draft;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** Somebody writes an application, page by page: begins, goes on, gives up. Not audited: nobody is told of it, and nothing of it is left. */
@ApplicationScoped
public class SaveDraft {

    /** A new draft with the token that opens it; nobody can find out the token later. */
    public record Begun(String token, Draft draft) {}

    private final Calls calls;
    private final Drafts drafts;
    private final DraftConfig config;
    private final Clock clock;

    SaveDraft(Calls calls, Drafts drafts, DraftConfig config, Clock clock) {
        this.calls = calls;
        this.drafts = drafts;
        this.config = config;
        this.clock = clock;
    }

    /** Begins a draft; refused when the call takes no applications. */
    @Transactional
    public Outcome<Begun> begin(UUID callId, DraftEntries entries) {
        Instant now = clock.instant();
        CallForParticipation call = calls.current(callId).orElseThrow();
        if (call.accepts(now) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        String token = DraftTokens.next();
        Draft draft = new Draft(DraftTokens.hash(token), callId, entries, now, now.plus(config.keptFor()));
        drafts.persist(draft);
        return Outcome.done(new Begun(token, draft));
    }

    /** Adds to a draft, also after the call has closed: what was entered can then be sent to the organisers. Refused when it has been sent. */
    @Transactional
    public Outcome<Draft> save(String token, DraftEntries later) {
        Instant now = clock.instant();
        Draft draft = drafts.toChange(token, now).orElse(null);
        if (draft == null) {
            return unknown();
        }
        if (draft.isSent()) {
            return Outcome.refused(
                    RegistrationProblem.DRAFT_SENT,
                    "This application has been sent already. Changes go through the link in the mail.");
        }
        draft.save(later, now, now.plus(config.keptFor()));
        return Outcome.done(draft);
    }

    /** Forgets a draft at once; also one that is not there. */
    @Transactional
    public void discard(String token) {
        drafts.toChange(token, clock.instant()).ifPresent(drafts::delete);
    }

    static <T> Outcome<T> unknown() {
        return Outcome.refused(
                RegistrationProblem.DRAFT_UNKNOWN, "It was given up, or nobody has saved it for some days.");
    }
}
