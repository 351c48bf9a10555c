package eu.urbact.infocus.registration.attendance.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.chassis.outbox.Outbox;
import eu.urbact.infocus.chassis.outbox.OutgoingEvent;
import eu.urbact.infocus.registration.attendance.AttendanceFact;

/** Writes attendance to the outbox. */
@ApplicationScoped
class AttendanceFacts {

    /** On the wire: {@code attendance-<kind>.v1}. Ids, the date and the city only. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AttendanceMessage(
            UUID applicationId,
            UUID walkInId,
            UUID callId,
            UUID workshopId,
            LocalDate date,
            String cityId,
            Instant occurredAt) {}

    private final Outbox outbox;

    AttendanceFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(@Observes AttendanceFact fact) {
        UUID key = fact.applicationId() == null ? fact.walkInId() : fact.applicationId();
        outbox.append(new OutgoingEvent(
                "infocus.registration.v1",
                key.toString(),
                "eu.urbact.infocus.registration." + name(fact.kind()) + ".v1",
                new AttendanceMessage(
                        fact.applicationId(),
                        fact.walkInId(),
                        fact.callId(),
                        fact.workshopId(),
                        fact.date(),
                        fact.cityId(),
                        fact.occurredAt())));
    }

    /** Spelt out: names on the wire do not change when somebody renames a constant. */
    private static String name(AttendanceFact.Kind kind) {
        return switch (kind) {
            case RECORDED -> "attendance-recorded";
            case UNDONE -> "attendance-undone";
        };
    }
}
