package eu.urbact.infocus.registration.logistics;

import java.util.UUID;

/**
 * Somebody who comes along to an option, by name, for those who must know.
 *
 * @param needs what they need and, where there is a kitchen, what they eat; or null
 */
public record Participant(
        UUID applicationId,
        String givenName,
        String familyName,
        String organisation,
        String cityId,
        int companions,
        Boolean photoConsent,
        Needs.Answer needs) {}
