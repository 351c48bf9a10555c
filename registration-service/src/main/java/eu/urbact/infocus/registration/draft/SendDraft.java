package eu.urbact.infocus.registration.draft;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.registration.application.Person;
import eu.urbact.infocus.registration.application.SubmitApplication;

/** A draft becomes an application, once, however often it is sent. */
@ApplicationScoped
public class SendDraft {

    private final Drafts drafts;
    private final SubmitApplication submitApplication;
    private final Clock clock;

    SendDraft(Drafts drafts, SubmitApplication submitApplication, Clock clock) {
        this.drafts = drafts;
        this.submitApplication = submitApplication;
        this.clock = clock;
    }

    /**
     * The draft that shall be sent, locked, to be looked at before it is; refused when there is none, or when it was saved in another window in
     * the meantime. One that has been sent comes back whatever was seen.
     *
     * @param seen the tag of what was looked at, or null when it does not matter
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome<Draft> take(String token, String seen) {
        return drafts.toChange(token, clock.instant())
                .<Outcome<Draft>>map(draft -> draft.isSent() || draft.isAsSeen(seen)
                        ? Outcome.done(draft)
                        : Outcome.refused(SaveDraft.stale()))
                .orElseGet(SaveDraft::unknown);
    }

    /**
     * Sends the draft that {@link #take} has given in the same transaction. The second time it only tells when it was sent. Refused when the
     * call takes no applications any more; the draft stays as it is then.
     *
     * @return when the application arrived
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome<Instant> send(String token, Person person, Map<String, Object> answers) {
        Draft draft = drafts.toChange(token, clock.instant()).orElseThrow();
        Outcome<SubmitApplication.Receipt> outcome = submitApplication.submit(draft.callId(), person, answers);
        if (outcome instanceof Outcome.Refused<SubmitApplication.Receipt> refused) {
            return Outcome.refused(refused.type(), refused.detail());
        }
        draft.send(clock.instant());
        return Outcome.done(draft.sentAt());
    }
}
