package eu.urbact.infocus.registration.delegation;

import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.call.PromisedSeats;

/** Each nominee about whom nobody has decided yet has one of their city's seats kept free, and each substitute a held one. */
@ApplicationScoped
class SeatsOfNominees implements PromisedSeats {

    private final Invitations invitations;

    SeatsOfNominees(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public int promised(UUID callId, String cityId) {
        return Math.toIntExact(invitations.undecided(callId, cityId));
    }

    @Override
    public Map<String, Integer> keptForSubstitutes(UUID callId) {
        return invitations.keptSeats(callId);
    }

    @Override
    public Map<UUID, String> nominees(UUID callId) {
        return invitations.undecided(callId);
    }
}
