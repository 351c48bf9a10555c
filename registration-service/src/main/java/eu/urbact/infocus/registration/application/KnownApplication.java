package eu.urbact.infocus.registration.application;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What there is to tell about a live application when its person applies again.
 *
 * @param bucket null without a place
 * @param toldLately whether the person was told within a day that they have applied already
 */
record KnownApplication(
        UUID id,
        UUID callId,
        UUID workshopId,
        String cityId,
        ApplicationState state,
        String bucket,
        boolean toldLately) {

    /** A live application has no reason for a refusal. */
    ApplicationFact repeated(Instant now) {
        return new ApplicationFact(
                ApplicationFact.Kind.REPEATED, id, callId, workshopId, cityId, state, bucket, null, Set.of(), now);
    }
}
