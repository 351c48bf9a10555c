package eu.urbact.infocus.notification.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.notification.smtp.Delivery;

/** What became of an attempt is written down, and told to whoever listens. */
@ApplicationScoped
class RecordDelivery {

    private final Mails mails;
    private final RetryPolicy retry;
    private final Clock clock;
    private final Event<MailSent> sent;
    private final Event<MailFailed> failed;

    RecordDelivery(Mails mails, MailConfig config, Clock clock, Event<MailSent> sent, Event<MailFailed> failed) {
        this.mails = mails;
        this.retry = new RetryPolicy(config.retryWaits(), config.attemptsLimit());
        this.clock = clock;
        this.sent = sent;
        this.failed = failed;
    }

    /**
     * Records how an attempt ended.
     *
     * @param claimed the mail and the claim under which it was tried
     * @param address the address it was tried with; only its mask is kept
     * @param language the language it was written in
     * @param delivery how it ended
     */
    @Transactional
    public void attempted(ClaimedMail claimed, String address, String language, Delivery delivery) {
        Optional<Mail> held = mails.lock(claimed.id()).filter(mail -> mail.isHeldBy(claimed.claim()));
        if (held.isEmpty()) {
            return;
        }
        Mail mail = held.get();
        mail.addressTo(address, language);
        ended(mail, delivery);
    }

    /** Records how an attempt at a held mail ended, in the caller's transaction. */
    void ended(Mail mail, Delivery delivery) {
        Instant now = clock.instant();
        switch (delivery.outcome()) {
            case ACCEPTED -> {
                mail.sent(delivery.reply(), now);
                sent.fire(new MailSent(
                        mail.id(), mail.applicationId(), mail.template().code(), now));
            }
            case REFUSED -> fail(mail, delivery.reply(), now);
            case NOT_YET -> {
                Optional<Duration> wait = retry.waitAfter(mail.attempts() + 1);
                if (wait.isPresent()) {
                    mail.retryAt(mails.now().plus(wait.get()), delivery.reply());
                } else {
                    fail(mail, delivery.reply(), now);
                }
            }
            case UNKNOWN -> mail.unclear(delivery.reply(), now);
            case STOPPED -> {
                // The gate was closed because the claim was lost; then this claim does not hold the mail and we are not
                // here.
            }
        }
    }

    /** Records that there is nobody to write to. */
    @Transactional
    public void recipientGone(ClaimedMail claimed) {
        mails.lock(claimed.id())
                .filter(mail -> mail.isHeldBy(claimed.claim()) && mail.state() == MailState.SENDING)
                .ifPresent(mail -> mail.recipientGone(clock.instant()));
    }

    private void fail(Mail mail, String reply, Instant now) {
        mail.failed(reply, now);
        failed.fire(
                new MailFailed(mail.id(), mail.applicationId(), mail.template().code(), now));
    }
}
