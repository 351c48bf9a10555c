package eu.urbact.infocus.registration.attendance.rest;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.registration.attendance.WalkIn;

/** Somebody who came without a place. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WalkInResponse(
        UUID id,
        UUID applicationId,
        String givenName,
        String familyName,
        String organisation,
        String cityId,
        String country,
        Instant arrivedAt,
        String by) {

    static WalkInResponse of(WalkIn walkIn) {
        return new WalkInResponse(
                walkIn.id(),
                walkIn.applicationId(),
                walkIn.givenName(),
                walkIn.familyName(),
                walkIn.organisation(),
                walkIn.cityId(),
                walkIn.country(),
                walkIn.arrivedAt(),
                walkIn.recordedBy());
    }
}
