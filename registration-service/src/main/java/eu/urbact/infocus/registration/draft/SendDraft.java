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

    /** The draft that shall be sent, locked, to be looked at before it is; refused when there is none. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome<Draft> take(String token) {
        return drafts.toChange(token, clock.instant())
                .<Outcome<Draft>>map(Outcome::done)
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
