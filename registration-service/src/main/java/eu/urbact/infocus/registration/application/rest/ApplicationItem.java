package eu.urbact.infocus.registration.application.rest;

import java.time.Instant;
import java.util.UUID;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Profile;

/** An application in a list. */
public record ApplicationItem(
        UUID id,
        UUID callId,
        ApplicationState state,
        String givenName,
        String familyName,
        String organisation,
        String position,
        String cityId,
        String country,
        Profile profile,
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
                application.state(),
                application.givenName(),
                application.familyName(),
                application.organisation(),
                application.position(),
                application.cityId(),
                application.country(),
                application.profile(),
                application.contributor(),
                application.bucket() == null ? null : application.bucket().value(),
                application.appliedAt(),
                application.decidedAt(),
                application.version(),
                application.clusterId());
    }
}
