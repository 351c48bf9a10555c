package eu.urbact.infocus.registration.delegation.rest;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.registration.delegation.Invitation;

/** An invitation as its city sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvitationResponse(
        UUID id,
        UUID callId,
        String cityId,
        String email,
        String givenName,
        String familyName,
        String state,
        boolean seatKept,
        UUID applicationId,
        Instant invitedAt,
        Instant remindedAt,
        Instant expiresAt,
        Instant closedAt) {

    static InvitationResponse of(Invitation invitation) {
        return new InvitationResponse(
                invitation.id(),
                invitation.callId(),
                invitation.cityId(),
                invitation.email().address(),
                invitation.givenName(),
                invitation.familyName(),
                invitation.state().name(),
                invitation.seatKept(),
                invitation.applicationId(),
                invitation.invitedAt(),
                invitation.remindedAt(),
                invitation.expiresAt(),
                invitation.closedAt());
    }
}
