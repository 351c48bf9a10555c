package eu.urbact.infocus.notification.mail;

import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.problem.CommonProblem;

/**
 * Organisers have a mail sent again that failed or is unclear. For an unclear one that is their decision alone: the person may get it
 * twice, under one Message-ID.
 */
@ApplicationScoped
public class ResendMail {

    private final Mails mails;
    private final AuditTrail audit;
    private final Event<MailQueued> queued;

    ResendMail(Mails mails, AuditTrail audit, Event<MailQueued> queued) {
        this.mails = mails;
        this.audit = audit;
        this.queued = queued;
    }

    /**
     * Queues the mail again.
     *
     * @param id an existing mail
     * @param version the version that was seen
     */
    @Transactional
    public Outcome<MailEntry> resend(UUID id, long version) {
        Mail mail = mails.lock(id).orElseThrow();
        if (mail.version() != version) {
            return Outcome.refused(CommonProblem.STALE, "Read it again, then decide again.");
        }
        if (!mail.mayBeResent()) {
            return Outcome.refused(
                    MailProblem.MAIL_NOT_RESENDABLE,
                    "Only a failed or unclear mail can be sent again; it is " + mail.state() + ".");
        }
        if (mails.isOvertaken(mail)) {
            return Outcome.refused(
                    MailProblem.MAIL_NOT_RESENDABLE,
                    "A later mail has told the person something else, so this one is not true any more.");
        }
        audit.record(
                "mail-resent",
                "mail",
                id.toString(),
                Map.of("from", mail.state().name(), "attempts", mail.attempts()));
        mail.resend(mails.now());
        queued.fire(new MailQueued(id));
        mails.flush();
        return Outcome.done(MailEntry.of(mail));
    }
}
