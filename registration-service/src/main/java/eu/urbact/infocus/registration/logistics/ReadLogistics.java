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
    private final LogisticsConfig config;
    private final Clock clock;

    ReadLogistics(
            Applications applications,
            Workshops workshops,
            LogisticsSettings settings,
            LogisticsOptions options,
            LogisticsOfPeople people,
            NeedsOfPeople needsOfPeople,
            ChangeRequests requests,
            LogisticsConfig config,
            Clock clock) {
        this.applications = applications;
        this.workshops = workshops;
        this.settings = settings;
        this.options = options;
        this.people = people;
        this.needsOfPeople = needsOfPeople;
        this.requests = requests;
        this.config = config;
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
        Logistics answered = people.findById(applicationId);
        Needs.Answer needs =
                needsOfPeople.findByIdOptional(applicationId).map(Needs::answer).orElse(null);
        // of whoever needs nothing there is nothing to delete: after the time both are the same
        boolean needsForgotten = needs == null
                && answered != null
                && answered.needsAnsweredAt() != null
                && !now.isBefore(workshop.endsAt().plus(config.keepNeeds()));
        return Outcome.done(new OwnLogistics(
                application,
                workshop,
                freezeAt,
                LogisticsPolicy.choose(now, freezeAt) instanceof Verdict.Refused,
                LogisticsPolicy.plan(now, workshop) instanceof Verdict.Refused,
                options.of(application.callId()),
                answered,
                needs,
                needsForgotten,
                requests.newest(applicationId).orElse(null)));
    }
}
