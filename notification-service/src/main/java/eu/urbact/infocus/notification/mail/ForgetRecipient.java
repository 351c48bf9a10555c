package eu.urbact.infocus.notification.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * A person was erased. That mails were sent, when and with which template, goes on being known; what could recall the person does not.
 * Waiting mails find nobody to write to when their turn comes.
 */
@ApplicationScoped
public class ForgetRecipient {

    private final Mails mails;
    private final Clock clock;

    ForgetRecipient(Mails mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    /** Forgets whom the mails about this application went to, in the caller's transaction. */
    @Transactional
    public void forget(UUID applicationId) {
        Instant now = clock.instant();
        mails.lockAll(applicationId).forEach(mail -> mail.forgetRecipient(now));
    }
}
