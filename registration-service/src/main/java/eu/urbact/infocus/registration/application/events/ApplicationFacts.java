package eu.urbact.infocus.registration.application.events;

import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.chassis.outbox.Outbox;
import eu.urbact.infocus.chassis.outbox.OutgoingEvent;
import eu.urbact.infocus.registration.application.ApplicationFact;
import eu.urbact.infocus.registration.application.ApplicationFact.Circumstance;

/** Writes an application's facts to the outbox. */
@ApplicationScoped
class ApplicationFacts {

    /** On the wire: {@code application-<kind>.v1}. Ids and states only. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ApplicationMessage(
            UUID applicationId,
            UUID callId,
            UUID workshopId,
            String cityId,
            String state,
            Instant occurredAt,
            String bucket,
            String reasonCode,
            Boolean admissionFollows,
            Boolean byCity,
            Boolean byOrganisers,
            Boolean withdrawalTakenBack,
            Boolean addressCorrected) {}

    private final Outbox outbox;

    ApplicationFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(@Observes ApplicationFact fact) {
        outbox.append(new OutgoingEvent(
                "infocus.registration.v1",
                fact.applicationId().toString(),
                "eu.urbact.infocus.registration." + name(fact.kind()) + ".v1",
                new ApplicationMessage(
                        fact.applicationId(),
                        fact.callId(),
                        fact.workshopId(),
                        fact.cityId(),
                        fact.state().name(),
                        fact.occurredAt(),
                        fact.bucket(),
                        fact.reasonCode() == null ? null : fact.reasonCode().name(),
                        whether(fact, Circumstance.ADMISSION_FOLLOWS),
                        whether(fact, Circumstance.BY_CITY),
                        whether(fact, Circumstance.BY_ORGANISERS),
                        whether(fact, Circumstance.WITHDRAWAL_TAKEN_BACK),
                        whether(fact, Circumstance.ADDRESS_CORRECTED))));
    }

    /** What is not so is left out. */
    private static Boolean whether(ApplicationFact fact, Circumstance circumstance) {
        return fact.is(circumstance) ? true : null;
    }

    /** Spelt out: names on the wire do not change when somebody renames a constant. */
    private static String name(ApplicationFact.Kind kind) {
        return switch (kind) {
            case SUBMITTED -> "application-submitted";
            case ADMITTED -> "application-admitted";
            case WAITLISTED -> "application-waitlisted";
            case DECLINED -> "application-declined";
            case WITHDRAWN -> "application-withdrawn";
            case REPEATED -> "application-repeated";
            case EDITED -> "application-edited";
            case LINK_REQUESTED -> "application-link-requested";
            case LINK_RENEWED -> "application-link-renewed";
        };
    }
}
