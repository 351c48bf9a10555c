package eu.urbact.infocus.registration.review;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.organiser.Organisers;

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

    /** Votes on an application that exists, or votes otherwise than before. */
    @Transactional
    public void cast(UUID applicationId, Opinion opinion) {
        votes.cast(applications.findById(applicationId), organisers.remember(), opinion, clock.instant());
        audit.record("vote-cast", "application", applicationId.toString(), Map.of("vote", opinion));
    }

    /** Takes the caller's vote back. Doing it twice is harmless. */
    @Transactional
    public void withdraw(UUID applicationId) {
        if (votes.withdraw(applicationId, organisers.remember())) {
            audit.record("vote-withdrawn", "application", applicationId.toString(), Map.of());
        }
    }
}
