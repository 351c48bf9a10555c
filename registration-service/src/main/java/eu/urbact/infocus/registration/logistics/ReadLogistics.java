package eu.urbact.infocus.registration.logistics;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;

/** Shows a person with a place what is asked of them. */
@ApplicationScoped
public class ReadLogistics {

    private final Applications applications;
    private final Workshops workshops;
    private final LogisticsSettings settings;
    private final LogisticsOptions options;
    private final LogisticsOfPeople people;
    private final NeedsOfPeople needsOfPeople;
    private final ChangeRequests requests;
    private final Clock clock;

    ReadLogistics(
            Applications applications,
            Workshops workshops,
            LogisticsSettings settings,
            LogisticsOptions options,
            LogisticsOfPeople people,
            NeedsOfPeople needsOfPeople,
            ChangeRequests requests,
            Clock clock) {
        this.applications = applications;
        this.workshops = workshops;
        this.settings = settings;
        this.options = options;
        this.people = people;
        this.needsOfPeople = needsOfPeople;
        this.requests = requests;
        this.clock = clock;
    }

    /** Refused without a place, and before organisers ask. */
    @Transactional
    public Outcome<OwnLogistics> of(UUID applicationId) {
        Application application = applications.findById(applicationId);
        Instant freezeAt = settings.freezeAt(application.callId()).orElse(null);
        if (LogisticsPolicy.see(application.state(), freezeAt) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        Instant now = clock.instant();
        Workshop workshop = workshops.findById(application.workshopId());
        return Outcome.done(new OwnLogistics(
                application,
                workshop,
                freezeAt,
                LogisticsPolicy.choose(now, freezeAt) instanceof Verdict.Refused,
                LogisticsPolicy.plan(now, workshop.endsAt()) instanceof Verdict.Refused,
                options.of(application.callId()),
                people.findById(applicationId),
                needsOfPeople.findByIdOptional(applicationId).map(Needs::answer).orElse(null),
                requests.newest(applicationId).orElse(null)));
    }
}
