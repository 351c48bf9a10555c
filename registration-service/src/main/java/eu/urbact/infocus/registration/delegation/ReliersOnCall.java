package eu.urbact.infocus.registration.delegation;

import java.time.Clock;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.call.PeopleOfCall;

/** Those who have applied and those whom a city has invited. */
@ApplicationScoped
class ReliersOnCall implements PeopleOfCall {

    private final Invitations invitations;
    private final Clock clock;

    ReliersOnCall(Invitations invitations, Clock clock) {
        this.invitations = invitations;
        this.clock = clock;
    }

    @Override
    public Relying on(UUID callId) {
        return invitations.relying(callId, clock.instant());
    }
}
