package eu.urbact.infocus.registration.delegation;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.call.PeopleOfCall;

/** Those who have applied and those whom a city has invited. */
@ApplicationScoped
class ApplicantsAndInvited implements PeopleOfCall {

    private final Applications applications;
    private final Invitations invitations;
    private final Clock clock;

    ApplicantsAndInvited(Applications applications, Invitations invitations, Clock clock) {
        this.applications = applications;
        this.invitations = invitations;
        this.clock = clock;
    }

    @Override
    public Relying on(UUID callId) {
        // the invited first: whoever accepts in between is counted twice rather than not at all
        long invited = invitations.countAnswerable(callId, clock.instant());
        Map<ApplicationState, Long> applied = applications.countByState(callId);
        return new Relying(
                applied.getOrDefault(ApplicationState.ADMITTED, 0L),
                applied.getOrDefault(ApplicationState.OFFERED, 0L),
                applied.getOrDefault(ApplicationState.WAITLISTED, 0L),
                applied.getOrDefault(ApplicationState.SUBMITTED, 0L),
                invited);
    }
}
