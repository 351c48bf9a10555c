package eu.urbact.infocus.notification.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How mails are sent. */
@ConfigMapping(prefix = "infocus.mail.delivery")
interface MailConfig {

    /** Whether this instance sends mails. Off, it queues only. */
    @WithDefault("true")
    boolean enabled();

    /** Mails handed over at the same time, each over its own connection. */
    @WithDefault("8")
    int senders();

    /** Longest wait before looking for due mails when nobody woke the sender. */
    @WithDefault("1s")
    Duration pollInterval();

    /** Waits after the first, second, ... failed attempt; the last one is repeated. */
    @WithDefault("1s,5s,30s,1m,5m,15m,30m")
    List<Duration> retryWaits();

    /** Attempts after which a mail has failed: with the usual waits, about eight hours after the first. */
    @WithDefault("22")
    int attemptsLimit();

    /** Longest pause between two look-ups of recipients while registration-service does not answer. */
    @WithDefault("10s")
    Duration lookupPauseLimit();

    /**
     * Age after which a claim counts as abandoned. Longer than look-up, connection and replies of a living sender take together; shorter
     * is safe, too, because a sender that lost its claim cannot pass the gate before the final dot, but wastes work.
     */
    @WithDefault("3m")
    Duration claimLease();

    /**
     * File in which running hand-overs are noted, to know after a crash of this process what became of them. It should survive a restart
     * of the process on the same machine; when it is lost, the mails of a crash are unclear. Instances on one machine use numbered
     * neighbours of it. It belongs into a directory of the service's own, and so has no default; without it an instance that sends does
     * not start.
     */
    Optional<Path> journal();

    /** How long after a mail has ended its masked address and what the mail server said are kept, e.g. {@code 90d}. */
    @WithDefault("90d")
    Duration keepTraces();

    /** How often abandoned claims are looked for. */
    @WithDefault("10s")
    Duration recoveryInterval();
}
