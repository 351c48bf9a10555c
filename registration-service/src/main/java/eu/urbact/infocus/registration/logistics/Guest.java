package eu.urbact.infocus.registration.logistics;

import java.util.List;
import java.util.UUID;

/**
 * Somebody with a place, whatever they come along to, with what the sessions must be ready for; nothing about what they eat.
 *
 * @param photoConsent whether they may be in pictures; null when not answered
 * @param accessNote in words, for the venue, or null
 */
public record Guest(
        UUID applicationId,
        String givenName,
        String familyName,
        String organisation,
        String cityId,
        Boolean photoConsent,
        List<AccessNeed> accessNeeds,
        String accessNote) {}
