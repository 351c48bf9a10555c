package eu.urbact.infocus.portal.door;

import java.util.Objects;
import java.util.UUID;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.services.NewWalkIn;

/**
 * A walk-in as it was entered.
 *
 * @param key made with the form: the same for every click on its button
 */
public record WalkInForm(String givenName, String familyName, String organisation, String cityId, String key) {

    static WalkInForm blank() {
        return new WalkInForm("", "", "", "", UUID.randomUUID().toString());
    }

    static WalkInForm of(MultivaluedMap<String, String> sent) {
        return new WalkInForm(
                text(sent, "givenName"),
                text(sent, "familyName"),
                text(sent, "organisation"),
                text(sent, "cityId"),
                text(sent, "key"));
    }

    /** The key for the service: another content is another walk-in. */
    String idempotencyKey() {
        return key.replaceAll("[^A-Za-z0-9-]", "") + "-"
                + Integer.toHexString(Objects.hash(givenName, familyName, organisation, cityId));
    }

    NewWalkIn toWalkIn() {
        return new NewWalkIn(givenName, familyName, organisation, cityId.isBlank() ? null : cityId, null);
    }

    private static String text(MultivaluedMap<String, String> sent, String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "");
    }

    @Override
    public String toString() {
        return "WalkInForm";
    }
}
