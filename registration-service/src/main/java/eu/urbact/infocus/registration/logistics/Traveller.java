package eu.urbact.infocus.registration.logistics;

import java.util.UUID;

/**
 * When and how somebody with a place arrives and leaves, by name, for those who plan buses and transfers.
 *
 * @param outside whether the workshop is not on between the two, which it may have been before
 */
public record Traveller(
        UUID applicationId,
        String givenName,
        String familyName,
        String organisation,
        String cityId,
        Logistics.Leg arrival,
        Logistics.Leg departure,
        boolean outside) {}
