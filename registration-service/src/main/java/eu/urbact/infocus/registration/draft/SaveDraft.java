package eu.urbact.infocus.registration.draft;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.chassis.problem.CommonProblem;
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

    /**
     * Adds to a draft, also after the call has closed: what was entered can then be sent to the organisers. Refused when it has been sent, or
     * saved in another window in the meantime; only the second click of a double click, which changes nothing, is let through then.
     *
     * @param seen the tag of what was looked at, or null when it does not matter
     */
    @Transactional
    public Outcome<Draft> save(String token, String seen, DraftEntries later) {
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
        if (!draft.isAsSeen(seen) && draft.isChangedBy(later)) {
            return Outcome.refused(stale());
        }
        draft.save(later, now, now.plus(config.keptFor()));
        drafts.flush();
        return Outcome.done(draft);
    }

    /**
     * Forgets a draft at once; also one that is not there. Refused when it was saved in another window in the meantime.
     *
     * @param seen the tag of what was looked at, or null when it does not matter
     */
    @Transactional
    public Verdict discard(String token, String seen) {
        Optional<Draft> draft = drafts.toChange(token, clock.instant());
        if (draft.filter(kept -> !kept.isAsSeen(seen)).isPresent()) {
            return stale();
        }
        draft.ifPresent(drafts::delete);
        return Verdict.allowed();
    }

    static Verdict.Refused stale() {
        return new Verdict.Refused(
                CommonProblem.STALE, "It was saved in another window since. Read it again, then decide again.");
    }

    static <T> Outcome<T> unknown() {
        return Outcome.refused(
                RegistrationProblem.DRAFT_UNKNOWN, "It was given up, or nobody has saved it for some days.");
    }
}
