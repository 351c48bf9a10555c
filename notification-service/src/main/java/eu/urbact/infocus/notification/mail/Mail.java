package eu.urbact.infocus.notification.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import eu.urbact.infocus.notification.smtp.Addresses;
import eu.urbact.infocus.notification.template.MailTemplate;

/**
 * One mail to one person about one fact. It holds no name and no address, only a masked one for recognising it.
 *
 * <p>Times of the sending machinery ({@code nextAttemptAt}, {@code claimedAt}, {@code handedOverAt}) are the database's, which all
 * instances share and which does not jump when the platform is run as of another date; {@code queuedAt} and {@code finishedAt} are the
 * platform's, and {@code occurredAt} is the clock's of the service that told the fact.
 */
@Entity
@Table(name = "mail")
class Mail {

    private static final Set<MailState> OPEN_TO_RESEND = Set.of(MailState.UNCLEAR, MailState.FAILED);

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "dedupe_key", updatable = false)
    private String dedupeKey;

    @Column(name = "message_id", updatable = false)
    private String messageId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private MailTemplate template;

    @Column(name = "template_version")
    private int templateVersion;

    private String language;

    @Column(name = "application_id", updatable = false)
    private UUID applicationId;

    @Column(name = "workshop_id", updatable = false)
    private UUID workshopId;

    @Column(name = "aggregate_version", updatable = false)
    private long aggregateVersion;

    @Column(name = "reason_code", updatable = false)
    private String reasonCode;

    @Column(updatable = false)
    private Instant deadline;

    @Column(name = "occurred_at", updatable = false)
    private Instant occurredAt;

    @Enumerated(EnumType.STRING)
    private MailState state;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    private UUID claim;

    @Column(name = "claimed_at")
    private Instant claimedAt;

    @Column(name = "handed_over_at")
    private Instant handedOverAt;

    @Column(name = "queued_at", updatable = false)
    private Instant queuedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "smtp_reply")
    private String smtpReply;

    @Column(name = "masked_address")
    private String maskedAddress;

    @Column(name = "erased_at")
    private Instant erasedAt;

    /** For Hibernate. */
    protected Mail() {}

    /**
     * A new mail, due at once.
     *
     * @param id its identifier
     * @param occasion the fact it tells about
     * @param messageIdDomain domain that ends the Message-ID
     * @param queuedAt now, by the platform's clock
     * @param dueAt now, by the database's clock
     */
    Mail(UUID id, Occasion occasion, String messageIdDomain, Instant queuedAt, Instant dueAt) {
        this.id = id;
        this.dedupeKey = occasion.dedupeKey();
        this.messageId = occasion.messageId(messageIdDomain);
        this.template = occasion.template();
        this.templateVersion = occasion.template().version();
        this.applicationId = occasion.applicationId();
        this.workshopId = occasion.workshopId();
        this.aggregateVersion = occasion.aggregateVersion();
        this.reasonCode = occasion.reasonCode();
        this.deadline = occasion.deadline();
        this.occurredAt = occasion.occurredAt();
        this.state = MailState.QUEUED;
        this.queuedAt = queuedAt;
        this.nextAttemptAt = dueAt;
    }

    /** Whether this claim may still record something: it is the last one, and nothing final is recorded yet. */
    boolean isHeldBy(UUID aClaim) {
        // A late answer of the sender that was given up is evidence, so it may still settle what was unclear.
        return aClaim.equals(claim) && (state == MailState.SENDING || state == MailState.UNCLEAR);
    }

    /** Notes to whom, in which words, this attempt goes. */
    void addressTo(String address, String inLanguage) {
        // the person may have been erased while the mail was on its way
        maskedAddress = erasedAt == null ? Addresses.mask(address) : null;
        language = inLanguage;
        templateVersion = template.version();
    }

    /** The mail server accepted it. */
    void sent(String reply, Instant at) {
        requireState(MailState.SENDING, MailState.UNCLEAR);
        attempts++;
        finish(MailState.SENT, reply, at);
    }

    /** It was certainly not accepted; try again after a wait, counted as an attempt. */
    void retryAt(Instant due, String reply) {
        requireState(MailState.SENDING, MailState.UNCLEAR);
        attempts++;
        smtpReply = keepable(reply);
        backToQueue(due);
    }

    /** It was certainly not accepted and will not be tried again. */
    void failed(String reply, Instant at) {
        requireState(MailState.SENDING, MailState.UNCLEAR);
        attempts++;
        finish(MailState.FAILED, reply, at);
    }

    /** Accepted or not, nobody can know. */
    void unclear(String reply, Instant at) {
        requireState(MailState.SENDING, MailState.UNCLEAR);
        attempts++;
        finish(MailState.UNCLEAR, reply, at);
    }

    /** Nobody is there to write to. */
    void recipientGone(Instant at) {
        requireState(MailState.SENDING);
        maskedAddress = null;
        finish(MailState.RECIPIENT_GONE, null, at);
    }

    /** Gives a claim back that came to nothing, through no fault of the mail: not counted as an attempt. */
    void release(Instant due) {
        requireState(MailState.SENDING, MailState.UNCLEAR);
        backToQueue(due);
    }

    /** Whether organisers may have it sent again. */
    boolean mayBeResent() {
        return OPEN_TO_RESEND.contains(state);
    }

    /** Organisers want it sent again, with all attempts, under the same Message-ID. */
    void resend(Instant due) {
        requireState(MailState.UNCLEAR, MailState.FAILED);
        attempts = 0;
        backToQueue(due);
    }

    /** Whether organisers may say that it arrived. */
    boolean mayBeConfirmed() {
        return state == MailState.UNCLEAR;
    }

    /** Organisers found out that it arrived. */
    void confirmed(Instant at) {
        requireState(MailState.UNCLEAR);
        finish(MailState.SENT, "confirmed by the organisers", at);
    }

    /** The person was erased: what could recall them goes, and nothing of it comes back with a late answer of the mail server. */
    void forgetRecipient(Instant at) {
        maskedAddress = null;
        smtpReply = null;
        erasedAt = at;
    }

    private String keepable(String reply) {
        return erasedAt == null ? reply : null;
    }

    private void backToQueue(Instant due) {
        state = MailState.QUEUED;
        nextAttemptAt = due;
        claim = null;
        claimedAt = null;
        handedOverAt = null;
        finishedAt = null;
    }

    private void finish(MailState end, String reply, Instant at) {
        state = end;
        smtpReply = keepable(reply);
        finishedAt = at;
    }

    private void requireState(MailState... allowed) {
        if (!Set.of(allowed).contains(state)) {
            throw new IllegalStateException("Mail " + id + " is " + state + ".");
        }
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String messageId() {
        return messageId;
    }

    MailTemplate template() {
        return template;
    }

    int templateVersion() {
        return templateVersion;
    }

    Optional<String> language() {
        return Optional.ofNullable(language);
    }

    UUID applicationId() {
        return applicationId;
    }

    UUID workshopId() {
        return workshopId;
    }

    long aggregateVersion() {
        return aggregateVersion;
    }

    Optional<String> reasonCode() {
        return Optional.ofNullable(reasonCode);
    }

    Optional<Instant> deadline() {
        return Optional.ofNullable(deadline);
    }

    MailState state() {
        return state;
    }

    int attempts() {
        return attempts;
    }

    Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    Optional<Instant> handedOverAt() {
        return Optional.ofNullable(handedOverAt);
    }

    Instant occurredAt() {
        return occurredAt;
    }

    Instant queuedAt() {
        return queuedAt;
    }

    Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    Optional<String> smtpReply() {
        return Optional.ofNullable(smtpReply);
    }

    Optional<String> maskedAddress() {
        return Optional.ofNullable(maskedAddress);
    }
}
