package eu.urbact.infocus.notification.mail;

import java.time.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.notification.smtp.MailerConfig;
import eu.urbact.infocus.notification.template.MailTemplate;

/** A fact that concerns a person becomes a waiting mail, once. */
@ApplicationScoped
public class QueueMail {

    private final Mails mails;
    private final Clock clock;
    private final Event<MailQueued> queued;
    private final String messageIdDomain;

    QueueMail(Mails mails, Clock clock, Event<MailQueued> queued, MailerConfig mailer) {
        this.mails = mails;
        this.clock = clock;
        this.queued = queued;
        this.messageIdDomain =
                mailer.fromAddress().substring(mailer.fromAddress().lastIndexOf('@') + 1);
    }

    /**
     * Queues the mail about this occasion, in the caller's transaction, and one to the organisers when it means that a place is given up. A
     * second call about the same occasion does nothing.
     *
     * @param occasion what the person is told about
     */
    @Transactional
    public void queue(Occasion occasion) {
        if (mails.exists(occasion)) {
            return;
        }
        Mail mail = new Mail(Ids.next(), occasion, messageIdDomain, clock.instant(), mails.now());
        mails.persist(mail);
        queued.fire(new MailQueued(mail.id()));
        if (occasion.template() == MailTemplate.APPLICATION_WITHDRAWN
                && mails.hasPlace(occasion.applicationId(), occasion.aggregateVersion())) {
            queue(new Occasion(
                    MailTemplate.PLACE_GIVEN_UP,
                    occasion.applicationId(),
                    occasion.workshopId(),
                    occasion.aggregateVersion(),
                    null,
                    occasion.occurredAt()));
        }
    }
}
