package eu.urbact.infocus.registration.delegation;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.call.PromisedSeats;

/**
 * Each invitation that can be answered by somebody who has no seat yet, and each nominee about whom nobody has decided yet, has one of the city's seats kept free, and each
 * substitute a held one.
 */
@ApplicationScoped
class SeatsOfNominees implements PromisedSeats {

    private static final Set<ApplicationState> WITHOUT_SEAT =
            EnumSet.of(ApplicationState.SUBMITTED, ApplicationState.WAITLISTED);
    private static final Set<ApplicationState> TO_DECIDE_ABOUT =
            EnumSet.of(ApplicationState.SUBMITTED, ApplicationState.WAITLISTED, ApplicationState.ADMITTED);

    private final Invitations invitations;
    private final Clock clock;

    SeatsOfNominees(Invitations invitations, Clock clock) {
        this.invitations = invitations;
        this.clock = clock;
    }

    @Override
    public Promised promised(UUID callId, String cityId) {
        return new Promised(
                Math.toIntExact(invitations.openWithoutSeat(callId, cityId, clock.instant())),
                Math.toIntExact(invitations.undecided(callId, cityId)));
    }

    @Override
    public Map<String, Integer> invited(UUID callId) {
        Instant now = clock.instant();
        Map<String, Integer> invited = new HashMap<>(invitations.openWithoutSeat(callId, now));
        invitations
                .invitedApplicants(callId, now, WITHOUT_SEAT)
                .values()
                .forEach(city -> invited.merge(city, -1, Integer::sum));
        return invited;
    }

    @Override
    public Map<String, Integer> keptForSubstitutes(UUID callId) {
        return invitations.keptSeats(callId);
    }

    @Override
    public Map<UUID, String> nominees(UUID callId) {
        Map<UUID, String> nominees = new HashMap<>(invitations.undecided(callId));
        nominees.putAll(invitations.invitedApplicants(callId, clock.instant(), WITHOUT_SEAT));
        return nominees;
    }

    @Override
    public Set<UUID> stillInvited(UUID callId) {
        return invitations
                .invitedApplicants(callId, clock.instant(), TO_DECIDE_ABOUT)
                .keySet();
    }
}
