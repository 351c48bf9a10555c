package eu.urbact.infocus.registration.application;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;

/** A person applies. */
@ApplicationScoped
public class SubmitApplication {

    /** The answer, the same for everybody: nobody learns from it whether an address is known. */
    public record Receipt(UUID id, Instant receivedAt) {}

    private final Calls calls;
    private final Applications applications;
    private final AnswerBook answers;
    private final AuditTrail audit;
    private final Event<ApplicationFact> facts;
    private final Clock clock;

    SubmitApplication(
            Calls calls,
            Applications applications,
            AnswerBook answers,
            AuditTrail audit,
            Event<ApplicationFact> facts,
            Clock clock) {
        this.calls = calls;
        this.applications = applications;
        this.answers = answers;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /** Takes an application without answers, for a call that requires none. */
    @Transactional
    public Outcome<Receipt> submit(UUID callId, Person person) {
        return submit(callId, person, Map.of());
    }

    /**
     * Takes the application when the call does. A person with a live application changes nothing, gets the same receipt and is told
     * by mail.
     *
     * @param given answers to the call's questions, which have passed the check of the {@link AnswerBook}
     */
    @Transactional
    public Outcome<Receipt> submit(UUID callId, Person person, Map<String, Object> given) {
        Instant now = clock.instant();
        CallForParticipation call = calls.current(callId).orElseThrow();
        if (call.accepts(now) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        Application application = new Application(callId, call.workshopId(), person, now);
        if (applications.addUnlessLive(application)) {
            answers.keep(call, application.id(), given);
            noted("application-submitted", application.id(), application.state());
            facts.fire(ApplicationFact.of(ApplicationFact.Kind.SUBMITTED, application, now));
            return Outcome.done(new Receipt(application.id(), now));
        }
        // between the insert and this look the live one may have been withdrawn: then nothing is left to tell
        applications.known(callId, person.email(), now).ifPresent(live -> {
            // something is written in any case: a commit without a write is faster, and would tell that the address is
            // known
            noted("application-repeated", live.id(), live.state());
            // once a day is enough: nobody shall fill somebody else's mailbox by applying in their name
            if (!live.toldLately() && applications.mayTellAgain(live.id(), now)) {
                facts.fire(live.repeated(now));
            }
        });
        return Outcome.done(new Receipt(Ids.next(), now));
    }

    private void noted(String action, UUID applicationId, ApplicationState state) {
        audit.record(action, "application", applicationId.toString(), Map.of("state", state));
    }
}
