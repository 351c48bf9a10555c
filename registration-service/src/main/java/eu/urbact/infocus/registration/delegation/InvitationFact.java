package eu.urbact.infocus.registration.delegation;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that has happened to an invitation; observed in the same transaction. Nothing in it tells who the person is.
 *
 * @param expiresAt the first instant at which it cannot be answered any more; null when it has ended, or follows a workshop that is moved
 * @param broughtForward whether that is earlier than was said before, which is why the person is written to; it may have come already
 */
public record InvitationFact(
        Kind kind,
        UUID invitationId,
        UUID callId,
        UUID workshopId,
        String cityId,
        InvitationState state,
        Instant expiresAt,
        boolean broughtForward,
        Instant occurredAt) {

    /** What has happened. */
    public enum Kind {
        SENT,
        REMINDED,
        REVOKED,
        /** The workshop takes place at another time, in another house or in another city. */
        MOVED,
        /** Nothing tells any more who was invited. */
        FORGOTTEN
    }

    static InvitationFact of(Kind kind, Invitation invitation, Instant now) {
        return of(kind, invitation, false, now);
    }

    /** The person is told that the invitation ends earlier. */
    static InvitationFact broughtForward(Invitation invitation, Instant now) {
        return of(Kind.REMINDED, invitation, true, now);
    }

    /** The workshop is held elsewhere, or at another time; the end follows it only afterwards. */
    static InvitationFact moved(Invitation invitation, Instant now) {
        return new InvitationFact(
                Kind.MOVED,
                invitation.id(),
                invitation.callId(),
                invitation.workshopId(),
                invitation.cityId(),
                invitation.state(),
                null,
                false,
                now);
    }

    private static InvitationFact of(Kind kind, Invitation invitation, boolean broughtForward, Instant now) {
        return new InvitationFact(
                kind,
                invitation.id(),
                invitation.callId(),
                invitation.workshopId(),
                invitation.cityId(),
                invitation.state(),
                invitation.isOpen() ? invitation.expiresAt() : null,
                broughtForward,
                now);
    }
}
