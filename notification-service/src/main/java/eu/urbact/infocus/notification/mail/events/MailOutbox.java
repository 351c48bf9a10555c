package eu.urbact.infocus.notification.mail.events;

import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.chassis.outbox.Outbox;
import eu.urbact.infocus.chassis.outbox.OutgoingEvent;
import eu.urbact.infocus.notification.mail.MailFailed;
import eu.urbact.infocus.notification.mail.MailSent;

/** Tells others what became of a mail: ids and codes, nobody's name or address. */
@ApplicationScoped
class MailOutbox {

    private static final String TOPIC = "infocus.notification.v1";
    private static final String SENT = "eu.urbact.infocus.notification.mail-sent.v1";
    private static final String FAILED = "eu.urbact.infocus.notification.mail-failed.v1";

    private final Outbox outbox;

    MailOutbox(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(@Observes MailSent fact) {
        append(SENT, fact.mailId(), fact.applicationId(), fact.template(), fact.occurredAt());
    }

    void tell(@Observes MailFailed fact) {
        append(FAILED, fact.mailId(), fact.applicationId(), fact.template(), fact.occurredAt());
    }

    private void append(String type, UUID mailId, UUID applicationId, String template, Instant occurredAt) {
        outbox.append(new OutgoingEvent(
                TOPIC, mailId.toString(), type, new MailData(mailId, applicationId, template, occurredAt)));
    }

    /** The data of both events, as their schemas say it. */
    record MailData(UUID mailId, UUID applicationId, String template, Instant occurredAt) {}
}
