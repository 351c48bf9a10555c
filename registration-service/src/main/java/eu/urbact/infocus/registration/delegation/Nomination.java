package eu.urbact.infocus.registration.delegation;

import eu.urbact.infocus.registration.application.EmailAddress;

/**
 * Whom a city wants to bring.
 *
 * @param givenName null when the city does not know
 * @param familyName null when the city does not know
 * @param message what the city writes to the person, or null
 */
public record Nomination(EmailAddress email, String givenName, String familyName, String message) {

    /** Names nobody: records end up in logs. */
    @Override
    public String toString() {
        return "Nomination[]";
    }
}
