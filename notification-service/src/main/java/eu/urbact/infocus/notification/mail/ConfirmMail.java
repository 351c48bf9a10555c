package eu.urbact.infocus.notification.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.problem.CommonProblem;

/** Organisers have found out that an unclear mail arrived. */
@ApplicationScoped
public class ConfirmMail {

    private final Mails mails;
    private final AuditTrail audit;
    private final Clock clock;
    private final Event<MailSent> sent;

    ConfirmMail(Mails mails, AuditTrail audit, Clock clock, Event<MailSent> sent) {
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
        this.sent = sent;
    }

    /**
     * Settles an unclear mail as sent.
     *
     * @param id an existing mail
     * @param version the version that was seen
     */
    @Transactional
    public Outcome<MailEntry> confirm(UUID id, long version) {
        Mail mail = mails.lock(id).orElseThrow();
        if (mail.version() != version) {
            return Outcome.refused(CommonProblem.STALE, "Read it again, then decide again.");
        }
        if (!mail.mayBeConfirmed()) {
            return Outcome.refused(
                    MailProblem.MAIL_NOT_UNCLEAR, "Only an unclear mail can be confirmed; it is " + mail.state() + ".");
        }
        Instant now = clock.instant();
        audit.record("mail-confirmed", "mail", id.toString(), Map.of());
        mail.confirmed(now);
        sent.fire(new MailSent(id, mail.applicationId(), mail.template().code(), now));
        mails.flush();
        return Outcome.done(MailEntry.of(mail));
    }
}
