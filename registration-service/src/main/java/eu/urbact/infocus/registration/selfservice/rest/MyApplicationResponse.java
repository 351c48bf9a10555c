package eu.urbact.infocus.registration.selfservice.rest;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.programmeview.Workshop;

/** An application as its own person sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MyApplicationResponse(
        UUID id,
        String state,
        String nextStep,
        boolean canWithdraw,
        String workshopSlug,
        String workshopTitle,
        Instant workshopStartsAt,
        Instant workshopEndsAt,
        String zone,
        String givenName,
        String familyName,
        String email,
        String organisation,
        String position,
        String cityId,
        String country,
        String profile,
        boolean contributor,
        String motivation,
        String reasonCode,
        String decisionNote,
        Instant appliedAt,
        Instant decidedAt,
        Instant withdrawnAt,
        Instant callClosesAt) {

    static MyApplicationResponse of(Application application, CallForParticipation call, Workshop workshop) {
        return new MyApplicationResponse(
                application.id(),
                application.state().name(),
                nextStep(application),
                application.state().isLive(),
                workshop.slug(),
                workshop.title(),
                workshop.startsAt(),
                workshop.endsAt(),
                workshop.zone().getId(),
                application.givenName(),
                application.familyName(),
                application.email(),
                application.organisation(),
                application.position(),
                application.cityId(),
                application.country(),
                application.profile().name(),
                application.contributor(),
                application.motivation(),
                application.reasonCode() == null
                        ? null
                        : application.reasonCode().name(),
                application.note(),
                application.appliedAt(),
                application.decidedAt(),
                application.withdrawnAt(),
                call.closesAt());
    }

    private static String nextStep(Application application) {
        return switch (application.state()) {
            case SUBMITTED ->
                "The organisers read your application and decide. You will get a mail; you need not do anything.";
            case ADMITTED -> "You have a place. Please withdraw if you cannot come, so that somebody else can.";
            case WAITLISTED -> "You are on the waiting list. You will get a mail when a place becomes free.";
            case OFFERED -> "A place is held for you. Please accept or decline it before the deadline.";
            case DECLINED -> "You have no place. There is nothing you need to do.";
            case WITHDRAWN -> "You have withdrawn. You may apply again while the call is open.";
        };
    }
}
