package eu.urbact.infocus.registration.review;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.organiser.Organisers;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** An organiser says what they think of admitting a person. Nobody else can change it, so there is nothing to overwrite unseen. */
@ApplicationScoped
public class CastVote {

    private final Applications applications;
    private final Votes votes;
    private final Organisers organisers;
    private final AuditTrail audit;
    private final Clock clock;

    CastVote(Applications applications, Votes votes, Organisers organisers, AuditTrail audit, Clock clock) {
        this.applications = applications;
        this.votes = votes;
        this.organisers = organisers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Votes on an application that exists, or votes otherwise than before; refused once the person has been forgotten. */
    @Transactional
    public Outcome<Opinion> cast(UUID applicationId, Opinion opinion) {
        String voter = organisers.remember();
        Application application = applications.toChange(applicationId);
        if (application.isErased()) {
            return Outcome.refused(RegistrationProblem.PERSON_ERASED, "There is nothing left to vote on.");
        }
        votes.cast(application, voter, opinion, clock.instant());
        // that there was a vote, and not which: the entry outlives the votes
        audit.record("vote-cast", "application", applicationId.toString(), Map.of());
        return Outcome.done(opinion);
    }

    /** Takes the caller's vote back. Doing it twice is harmless. */
    @Transactional
    public void withdraw(UUID applicationId) {
        if (votes.withdraw(applicationId, organisers.remember())) {
            audit.record("vote-withdrawn", "application", applicationId.toString(), Map.of());
        }
    }
}
