package eu.urbact.infocus.notification.testing;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.notification.template.MailTemplate;

/** Facts of registration-service, as they lie on its topic. */
public final class RegistrationFacts {

    /** Its topic. */
    public static final String TOPIC = "infocus.registration.v1";

    private static final Instant TIME = Instant.parse("2016-10-10T08:00:00Z");

    private RegistrationFacts() {}

    /** Tells the fact that calls for this mail. */
    public static void tell(MailTemplate template, UUID applicationId, long version) {
        tell(template, applicationId, version, UUID.randomUUID());
    }

    /** Tells it under this event id. */
    public static void tell(MailTemplate template, UUID applicationId, long version, UUID eventId) {
        String state = template.name().replaceFirst("^APPLICATION_", "").toUpperCase(Locale.ROOT);
        String reason = template == MailTemplate.APPLICATION_DECLINED ? ",\"reasonCode\":\"ROOM_FULL\"" : "";
        String deadline =
                switch (template) {
                    case SEAT_OFFERED, OFFER_LAPSED, INVITATION, INVITATION_REMINDER ->
                        ",\"expiresAt\":\"2016-11-01T12:00:00Z\"";
                    case LOGISTICS_ANSWER_DUE, HOTEL_ANSWER_DUE -> ",\"dueAt\":\"2016-11-01T12:00:00Z\"";
                    default -> "";
                };
        send(template, applicationId, version, eventId, state, TIME, reason + deadline);
    }

    /** Tells a decision that was made, or a withdrawal that was sent, at this time. */
    public static void tell(MailTemplate template, UUID applicationId, long version, Instant time) {
        String state = template.name().replaceFirst("^APPLICATION_", "");
        send(template, applicationId, version, UUID.randomUUID(), state, time, "");
    }

    /** Tells that something about this mail's fact is so that need not be. */
    public static void tellThat(String flag, MailTemplate template, UUID applicationId, String state) {
        send(template, applicationId, 1, UUID.randomUUID(), state, TIME, ",\"" + flag + "\":true");
    }

    private static void send(
            MailTemplate template,
            UUID applicationId,
            long version,
            UUID eventId,
            String state,
            Instant time,
            String more) {
        String data = """
                {"applicationId":"%s","callId":"%s","workshopId":"%s","cityId":"porto","state":"%s",
                 "occurredAt":"%s"%s}""".formatted(applicationId, new UUID(1, 1), new UUID(2, 2), state, time, more);
        Topics.send(TOPIC, applicationId.toString(), template.eventType(), eventId, version, time, data);
    }
}
