package eu.urbact.infocus.registration.application;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Something that has happened to an application; observed in the same transaction. Nothing in it tells who the person is.
 *
 * @param circumstances what else there is to know of it; mostly nothing
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
        Set<Circumstance> circumstances,
        Instant occurredAt) {

    /** What has happened. */
    public enum Kind {
        /** Somebody has applied, or waits for a decision again. */
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

    /** What is special about it. */
    public enum Circumstance {
        /** An admission follows in the same transaction, so that this is only half of what there is to tell. */
        ADMISSION_FOLLOWS,
        /**
         * The person's city has brought it about: it has nominated them for a seat of its own, which may need no decision of the organisers, or
         * sends somebody else in their place.
         */
        BY_CITY,
        /** The person had a place until now. */
        PLACE_LOST,
        /** Organisers have entered the withdrawal for the person. */
        BY_ORGANISERS,
        /** Nobody has applied now: organisers have taken a withdrawal back. */
        WITHDRAWAL_TAKEN_BACK,
        /** The links have stopped working because the person is written to at another address from now on. */
        ADDRESS_CORRECTED
    }

    /** Keeps a copy of what it is given. */
    public ApplicationFact {
        circumstances = Set.copyOf(circumstances);
    }

    /** Whether this is so. */
    public boolean is(Circumstance circumstance) {
        return circumstances.contains(circumstance);
    }

    static ApplicationFact of(Kind kind, Application application, Instant now, Circumstance... circumstances) {
        return new ApplicationFact(
                kind,
                application.id(),
                application.callId(),
                application.workshopId(),
                application.cityId(),
                application.state(),
                application.bucket() == null ? null : application.bucket().value(),
                application.reasonCode(),
                Set.of(circumstances),
                now);
    }

    /**
     * Something that may have taken a place from somebody.
     *
     * @param before the state that the application had until then
     */
    static ApplicationFact of(
            Kind kind, Application application, ApplicationState before, Instant now, Circumstance... circumstances) {
        Set<Circumstance> all = EnumSet.noneOf(Circumstance.class);
        all.addAll(List.of(circumstances));
        if (before == ApplicationState.ADMITTED && application.state() != ApplicationState.ADMITTED) {
            all.add(Circumstance.PLACE_LOST);
        }
        return of(kind, application, now, all.toArray(Circumstance[]::new));
    }

    /** Somebody has applied who gets a place at once. */
    static ApplicationFact submittedWithPlace(Application application, Instant now) {
        return of(Kind.SUBMITTED, application, now, Circumstance.ADMISSION_FOLLOWS);
    }

    /** Somebody who was on the waiting list waits for a decision again, because their city has nominated them. */
    static ApplicationFact nominated(Application application, Instant now) {
        return of(Kind.SUBMITTED, application, now, Circumstance.BY_CITY);
    }

    /** Somebody has a place because their city has nominated them for it. */
    static ApplicationFact admittedByCity(Application application, Instant now) {
        return of(Kind.ADMITTED, application, now, Circumstance.BY_CITY);
    }

    /**
     * Somebody's city sends somebody else.
     *
     * @param before the state that the application had until then
     */
    static ApplicationFact replaced(Application application, ApplicationState before, Instant now) {
        return of(Kind.WITHDRAWN, application, before, now, Circumstance.BY_CITY);
    }

    /**
     * Organisers have entered for somebody that they cannot come.
     *
     * @param before the state that the application had until then
     */
    static ApplicationFact withdrawnByOrganisers(Application application, ApplicationState before, Instant now) {
        return of(Kind.WITHDRAWN, application, before, now, Circumstance.BY_ORGANISERS);
    }

    /** Organisers have taken a withdrawal back. */
    static ApplicationFact standsAgain(Application application, Instant now) {
        return of(Kind.SUBMITTED, application, now, Circumstance.WITHDRAWAL_TAKEN_BACK);
    }

    /** The person is written to at another address from now on. */
    static ApplicationFact addressCorrected(Application application, Instant now) {
        return of(Kind.LINK_RENEWED, application, now, Circumstance.ADDRESS_CORRECTED);
    }
}
