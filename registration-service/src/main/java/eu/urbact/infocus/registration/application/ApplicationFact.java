package eu.urbact.infocus.registration.application;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that has happened to an application; observed in the same transaction. Nothing in it tells who the person is.
 *
 * @param admissionFollows whether an admission follows in the same transaction, so that this is only half of what there is to tell
 * @param byCity whether the person's city has brought it about: it has nominated them for a seat of its own, which may need no decision of
 *     the organisers, or sends somebody else in their place
 * @param placeLost whether the person had a place until now
 */
public record ApplicationFact(
        Kind kind,
        UUID applicationId,
        UUID callId,
        UUID workshopId,
        String cityId,
        ApplicationState state,
        String bucket,
        ReasonCode reasonCode,
        boolean admissionFollows,
        boolean byCity,
        boolean placeLost,
        Instant occurredAt) {

    /** What has happened. */
    public enum Kind {
        /** Somebody has applied, or waits for a decision again because their city has nominated them. */
        SUBMITTED,
        ADMITTED,
        WAITLISTED,
        DECLINED,
        WITHDRAWN,
        /** The person has changed what they sent in. */
        EDITED,
        /** A person with a live application has applied again; only they are told, by mail. */
        REPEATED,
        /** The person has asked for the link to their application again; only they are told, by mail. */
        LINK_REQUESTED,
        /** The links that were out there have stopped working; the person gets a new one, by mail. */
        LINK_RENEWED
    }

    static ApplicationFact of(Kind kind, Application application, Instant now) {
        return of(kind, application, false, false, false, now);
    }

    /**
     * Something that may have taken a place from somebody.
     *
     * @param before the state that the application had until then
     */
    static ApplicationFact of(Kind kind, Application application, ApplicationState before, Instant now) {
        return of(kind, application, false, false, losesPlace(application, before), now);
    }

    /** Somebody has applied who gets a place at once. */
    static ApplicationFact submittedWithPlace(Application application, Instant now) {
        return of(Kind.SUBMITTED, application, true, false, false, now);
    }

    /** Somebody who was on the waiting list waits for a decision again, because their city has nominated them. */
    static ApplicationFact nominated(Application application, Instant now) {
        return of(Kind.SUBMITTED, application, false, true, false, now);
    }

    /** Somebody has a place because their city has nominated them for it. */
    static ApplicationFact admittedByCity(Application application, Instant now) {
        return of(Kind.ADMITTED, application, false, true, false, now);
    }

    /**
     * Somebody's city sends somebody else.
     *
     * @param before the state that the application had until then
     */
    static ApplicationFact replaced(Application application, ApplicationState before, Instant now) {
        return of(Kind.WITHDRAWN, application, false, true, losesPlace(application, before), now);
    }

    private static boolean losesPlace(Application application, ApplicationState before) {
        return before == ApplicationState.ADMITTED && application.state() != ApplicationState.ADMITTED;
    }

    private static ApplicationFact of(
            Kind kind,
            Application application,
            boolean admissionFollows,
            boolean byCity,
            boolean placeLost,
            Instant now) {
        return new ApplicationFact(
                kind,
                application.id(),
                application.callId(),
                application.workshopId(),
                application.cityId(),
                application.state(),
                application.bucket() == null ? null : application.bucket().value(),
                application.reasonCode(),
                admissionFollows,
                byCity,
                placeLost,
                now);
    }
}
