package eu.urbact.infocus.notification.mail;

import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.identity.Ids;

/** A sender takes due mails. The claim is committed before anything is looked up or any connection is opened. */
@ApplicationScoped
class ClaimMails {

    private final Mails mails;

    ClaimMails(Mails mails) {
        this.mails = mails;
    }

    /** Claims at most this many due mails. */
    @Transactional
    public List<ClaimedMail> claim(int atMost) {
        UUID claim = Ids.next();
        return mails.claim(claim, atMost).stream()
                .map(mail -> ClaimedMail.of(mail, claim, endsPlace(mail)))
                .toList();
    }

    /** Only asked about those that may take a place away. */
    private boolean endsPlace(Mail mail) {
        return mail.template().endsPlace() && mails.hasPlace(mail.applicationId(), mail.aggregateVersion());
    }
}
