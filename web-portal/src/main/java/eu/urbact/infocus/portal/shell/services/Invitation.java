package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;

/** An invitation as its city sees it. */
public record Invitation(
        String id,
        String cityId,
        String email,
        String givenName,
        String familyName,
        String state,
        boolean seatKept,
        String applicationId,
        Instant invitedAt,
        Instant remindedAt,
        Instant expiresAt) {

    /** The name, or the address when the city knows no more. */
    public String name() {
        String name = ((givenName == null ? "" : givenName) + " " + (familyName == null ? "" : familyName)).strip();
        return name.isEmpty() ? email : name;
    }

    /** Whether the person has not answered yet. */
    public boolean isOpen() {
        return "INVITED".equals(state);
    }

    @Override
    public String toString() {
        return "Invitation[" + id + "]";
    }
}
