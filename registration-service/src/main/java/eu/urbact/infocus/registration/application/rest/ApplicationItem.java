package eu.urbact.infocus.registration.application.rest;

import java.time.Instant;
import java.util.UUID;

import eu.urbact.infocus.registration.application.Application;

/** An application in a list. */
public record ApplicationItem(
        UUID id,
        UUID callId,
        String state,
        String givenName,
        String familyName,
        String organisation,
        String position,
        String cityId,
        String country,
        String profile,
        boolean contributor,
        String bucket,
        Instant appliedAt,
        Instant decidedAt,
        long version,
        String clusterId) {

    /** What the list shows of it. */
    public static ApplicationItem of(Application application) {
        return new ApplicationItem(
                application.id(),
                application.callId(),
                application.state().name(),
                application.givenName(),
                application.familyName(),
                application.organisation(),
                application.position(),
                application.cityId(),
                application.country(),
                application.profile().name(),
                application.contributor(),
                application.bucket() == null ? null : application.bucket().value(),
                application.appliedAt(),
                application.decidedAt(),
                application.version(),
                application.clusterId());
    }
}
