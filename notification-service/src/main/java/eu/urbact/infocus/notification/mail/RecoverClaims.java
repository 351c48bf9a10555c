package eu.urbact.infocus.notification.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.notification.smtp.Delivery;

/**
 * Decides about mails whose claimer died. Where the journal of a process tells how far it was, the journal is right. Otherwise, without a noted hand-over no final dot was sent and none will be, because a claimer that is
 * alive after all cannot pass the gate any more: the mail goes back into the queue. With one, the server may have accepted it and nobody
 * can know: it becomes unclear and is shown to the organisers, who can look for it and have it sent again.
 */
@ApplicationScoped
class RecoverClaims {

    private static final int AT_ONCE = 100;

    private final Mails mails;
    private final RecordDelivery record;
    private final MailConfig config;
    private final Clock clock;

    RecoverClaims(Mails mails, RecordDelivery record, MailConfig config, Clock clock) {
        this.mails = mails;
        this.record = record;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Records what the last process on this machine could not record any more, as its journal tells.
     *
     * @return number of mails decided about
     */
    @Transactional
    public int settle(List<HandOverJournal.Interrupted> handOvers) {
        int decided = 0;
        for (HandOverJournal.Interrupted handOver : handOvers) {
            Optional<Mail> open = mails.lock(handOver.mailId())
                    .filter(mail -> mail.isHeldBy(handOver.claim()) && mail.state() == MailState.SENDING);
            if (open.isPresent()) {
                settle(open.get(), handOver);
                decided++;
            }
        }
        return decided;
    }

    private void settle(Mail mail, HandOverJournal.Interrupted handOver) {
        switch (handOver.progress()) {
            case NOT_SENT -> mail.release(mails.now());
            case NO_REPLY -> mail.unclear("the sender died between final dot and reply", clock.instant());
            case ENDED ->
                record.ended(
                        mail,
                        new Delivery(handOver.outcome(), "the sender died after the reply: " + handOver.outcome()));
        }
    }

    /**
     * Decides about abandoned claims.
     *
     * @param atStart this instance has just started: what is claimed and not yet handed over was most likely its own before it died, and
     *     taking it from somebody else does no harm
     * @return number of mails decided about
     */
    @Transactional
    public int recover(boolean atStart) {
        Instant now = mails.now();
        Instant abandoned = now.minus(config.claimLease());
        List<Mail> claimed = mails.claimed(now.minus(atStart ? Duration.ZERO : config.claimLease()), AT_ONCE);
        int decided = 0;
        for (Mail mail : claimed) {
            if (mail.handedOverAt().isEmpty()) {
                mail.release(now);
                decided++;
            } else if (mail.handedOverAt().get().isBefore(abandoned)) {
                mail.unclear("the sender died between final dot and reply", clock.instant());
                decided++;
            }
        }
        return decided;
    }
}
