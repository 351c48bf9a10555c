package eu.urbact.infocus.registration.call;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** Something that has happened to a call; observed in the same transaction. */
public record CallFact(
        UUID callId, UUID workshopId, CallState state, Instant opensAt, Instant closesAt, ZoneId zone, int capacity) {

    static CallFact of(CallForParticipation call) {
        return new CallFact(
                call.id(),
                call.workshopId(),
                call.state(),
                call.opensAt(),
                call.closesAt(),
                call.zone(),
                call.capacity());
    }
}
