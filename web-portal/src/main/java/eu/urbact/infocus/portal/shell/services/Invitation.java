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
        Instant expiresAt,
        String insteadOfApplicationId,
        String insteadOfInvitationId,
        boolean forgotten) {

    /** The name, or the address when the city knows no more. */
    public String name() {
        String name = ((givenName == null ? "" : givenName) + " " + (familyName == null ? "" : familyName)).strip();
        if (!name.isEmpty()) {
            return name;
        }
        return email == null ? "Name deleted" : email;
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
