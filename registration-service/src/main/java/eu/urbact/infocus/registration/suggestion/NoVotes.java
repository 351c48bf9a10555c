package eu.urbact.infocus.registration.suggestion;

import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.DefaultBean;

/** Nobody has voted: what holds as long as there is nowhere to vote. */
@DefaultBean
@ApplicationScoped
class NoVotes implements Votes {

    @Override
    public Map<UUID, Tally> of(UUID callId) {
        return Map.of();
    }
}
