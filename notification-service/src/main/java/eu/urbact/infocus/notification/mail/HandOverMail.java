package eu.urbact.infocus.notification.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * The point of no return. Committed right before the final dot: a claimed mail without this note was certainly not accepted by any server
 * and may be sent by somebody else; one with it may have been. It is the fence, too: a sender that lost its claim gets no permission.
 */
@ApplicationScoped
class HandOverMail {

    private final Mails mails;

    HandOverMail(Mails mails) {
        this.mails = mails;
    }

    /** Notes the hand-over. False when the claim is lost: nothing may be sent. */
    @Transactional
    public boolean handOver(ClaimedMail claimed) {
        return mails.handOver(claimed.id(), claimed.claim());
    }
}
