package eu.urbact.infocus.registration.delegation.events;

import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.chassis.outbox.Outbox;
import eu.urbact.infocus.chassis.outbox.OutgoingEvent;
import eu.urbact.infocus.registration.delegation.InvitationFact;

/** Writes an invitation's facts to the outbox. */
@ApplicationScoped
class InvitationFacts {

    /** On the wire: {@code invitation-<kind>.v1}. Ids, states and times only. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InvitationMessage(
            UUID invitationId,
            UUID callId,
            UUID workshopId,
            String cityId,
            String state,
            Instant expiresAt,
            Boolean broughtForward,
            Instant occurredAt) {}

    private final Outbox outbox;

    InvitationFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(@Observes InvitationFact fact) {
        outbox.append(new OutgoingEvent(
                "infocus.registration.v1",
                fact.invitationId().toString(),
                "eu.urbact.infocus.registration." + name(fact.kind()) + ".v1",
                new InvitationMessage(
                        fact.invitationId(),
                        fact.callId(),
                        fact.workshopId(),
                        fact.cityId(),
                        fact.state().name(),
                        fact.expiresAt(),
                        fact.broughtForward() ? true : null,
                        fact.occurredAt())));
    }

    /** Spelt out: names on the wire do not change when somebody renames a constant. */
    private static String name(InvitationFact.Kind kind) {
        return switch (kind) {
            case SENT -> "invitation-sent";
            case REMINDED -> "invitation-reminded";
            case REVOKED -> "invitation-revoked";
            case MOVED -> "invitation-moved";
            case FORGOTTEN -> "invitation-forgotten";
        };
    }
}
