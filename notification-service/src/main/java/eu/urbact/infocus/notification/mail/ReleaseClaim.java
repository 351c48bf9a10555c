package eu.urbact.infocus.notification.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** A claim that came to nothing, because the recipients could not be looked up, is given back. It is no failed attempt. */
@ApplicationScoped
class ReleaseClaim {

    private final Mails mails;

    ReleaseClaim(Mails mails) {
        this.mails = mails;
    }

    /** Gives the mail back; does nothing when the claim is lost. */
    @Transactional
    public void release(ClaimedMail claimed) {
        mails.lock(claimed.id())
                .filter(mail -> mail.isHeldBy(claimed.claim()) && mail.state() == MailState.SENDING)
                .ifPresent(mail -> mail.release(mails.now()));
    }
}
