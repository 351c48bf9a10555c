package eu.urbact.infocus.notification.mail;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;

import eu.urbact.infocus.notification.recipient.Recipient;
import eu.urbact.infocus.notification.smtp.CalendarPart;
import eu.urbact.infocus.notification.smtp.Delivery;
import eu.urbact.infocus.notification.smtp.FinalDotGate;
import eu.urbact.infocus.notification.smtp.MailerConfig;
import eu.urbact.infocus.notification.smtp.OutgoingMessage;
import eu.urbact.infocus.notification.smtp.SmtpGateway;
import eu.urbact.infocus.notification.template.MailContent;
import eu.urbact.infocus.notification.template.MailTemplates;
import eu.urbact.infocus.notification.template.PlaceCalendar;

/** One attempt: write it, hand it over, and say how that ended. Holds no transaction while it talks to the mail server. */
@ApplicationScoped
class SendMail {

    /**
     * How an attempt ended.
     *
     * @param delivery the mail server's side of it
     * @param address where it went
     * @param language the language it was written in; null when it could not be written
     */
    record Attempt(Delivery delivery, String address, String language) {}

    private final MailTemplates templates;
    private final PlaceCalendar calendars;
    private final MailerConfig mailer;
    private final SmtpGateway smtp;
    private final HandOverMail handOver;

    SendMail(
            MailTemplates templates,
            PlaceCalendar calendars,
            MailerConfig mailer,
            SmtpGateway smtp,
            HandOverMail handOver) {
        this.templates = templates;
        this.calendars = calendars;
        this.mailer = mailer;
        this.smtp = smtp;
        this.handOver = handOver;
    }

    private String organisers() {
        return mailer.organisersAddress().or(mailer::replyTo).orElseGet(mailer::fromAddress);
    }

    /**
     * Tries once.
     *
     * @param note where the progress of the hand-over is noted for the case that this process dies
     */
    Attempt attempt(ClaimedMail mail, Recipient recipient, HandOverJournal.Note note) {
        boolean toOrganisers = mail.template().toOrganisers();
        String address = toOrganisers ? organisers() : recipient.address();
        MailContent content;
        CalendarPart calendar;
        try {
            content = templates.render(mail.template(), recipient, mail.reasonCode(), mail.deadline(), mail.hadPlace());
            calendar = calendars
                    .of(mail.template(), mail.workshopId(), recipient, mail.hadPlace(), mail.occurredAt())
                    .orElse(null);
        } catch (RuntimeException e) {
            // Values that no template can print (a zone that does not exist, say). The message could name them, so only
            // the kind is kept.
            Log.errorf("Mail %s cannot be written: %s", mail.id(), e.getClass().getName());
            return new Attempt(
                    new Delivery(
                            Delivery.Outcome.NOT_YET,
                            "not written: " + e.getClass().getSimpleName()),
                    address,
                    null);
        }
        OutgoingMessage message = new OutgoingMessage(
                mail.messageId(),
                address,
                toOrganisers ? mailer.fromName() : recipient.name(),
                content.language(),
                content.subject(),
                content.text(),
                content.html(),
                content.image(),
                calendar);
        Delivery delivery = smtp.send(message, new FinalDotGate() {
            @Override
            public boolean open() {
                note.preparing(mail.id(), mail.claim());
                return handOver.handOver(mail);
            }

            @Override
            public void passing() {
                note.finalDot();
            }
        });
        note.ended(delivery.outcome());
        return new Attempt(delivery, address, content.language());
    }
}
