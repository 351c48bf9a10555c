package eu.urbact.infocus.registration.delegation.rest;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.registration.delegation.Invitation;
import eu.urbact.infocus.registration.delegation.InvitationState;

/**
 * An invitation as its city sees it.
 *
 * @param insteadOfApplicationId the application of the person in whose place this one was asked
 * @param insteadOfInvitationId the invitation of the person in whose place this one was asked
 * @param forgotten whether name and address have been erased
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvitationResponse(
        UUID id,
        UUID callId,
        String cityId,
        String email,
        String givenName,
        String familyName,
        InvitationState state,
        boolean seatKept,
        UUID applicationId,
        Instant invitedAt,
        Instant remindedAt,
        Instant expiresAt,
        Instant closedAt,
        UUID insteadOfApplicationId,
        UUID insteadOfInvitationId,
        boolean forgotten) {

    static InvitationResponse of(Invitation invitation, Instant now) {
        return new InvitationResponse(
                invitation.id(),
                invitation.callId(),
                invitation.cityId(),
                invitation.isForgotten() ? null : invitation.email().address(),
                invitation.givenName(),
                invitation.familyName(),
                invitation.stateAt(now),
                invitation.seatKept(),
                invitation.applicationId(),
                invitation.invitedAt(),
                invitation.remindedAt(),
                invitation.expiresAt(),
                invitation.closedAt(),
                invitation.insteadOfApplicationId(),
                invitation.insteadOfInvitationId(),
                invitation.isForgotten());
    }
}
