package eu.urbact.infocus.notification.smtp;

import java.time.Clock;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;

import eu.urbact.infocus.notification.smtp.Delivery.Outcome;

/**
 * Hands messages to the mail server over connections that are kept open. Safe for concurrent use; it opens at most one connection per
 * concurrent caller.
 */
@ApplicationScoped
public class SmtpGateway {

    private final SmtpConfig config;
    private final MailerConfig mailer;
    private final MessageComposer composer;
    /** For composing; looking for the providers of a session costs more than a message. */
    private final Session plain;

    private final Deque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();

    SmtpGateway(SmtpConfig config, MailerConfig mailer, Clock clock) {
        this.config = config;
        this.mailer = mailer;
        this.composer = new MessageComposer(mailer, clock);
        this.plain = session(null);
    }

    /**
     * Hands one message over. Never throws for what a mail server or a network can do.
     *
     * @param message what is sent, to whom
     * @param beforeFinalDot asked right before the final dot of an attempt
     * @return how it ended
     */
    public Delivery send(OutgoingMessage message, FinalDotGate beforeFinalDot) {
        if (!Addresses.isPlain(message.address())) {
            return new Delivery(Outcome.REFUSED, "not tried: this is not an address that a mail can be sent to");
        }
        SmtpConnection kept = keptConnection();
        if (kept != null) {
            Delivery delivery = deliver(kept, message, beforeFinalDot);
            if (delivery.outcome() != Outcome.NOT_YET || !kept.wasStale()) {
                return delivery;
            }
        }
        SmtpConnection fresh;
        try {
            fresh = connect();
        } catch (MessagingException e) {
            return new Delivery(
                    DeliveryPolicy.judge(SmtpPhase.CONNECT, -1),
                    Addresses.withoutAddresses("no connection: " + e.getMessage()));
        }
        return deliver(fresh, message, beforeFinalDot);
    }

    private Delivery deliver(SmtpConnection connection, OutgoingMessage message, FinalDotGate beforeFinalDot) {
        MimeMessage mime;
        try {
            mime = composer.compose(plain, message);
        } catch (MessagingException e) {
            connection.closeQuietly();
            return new Delivery(Outcome.REFUSED, Addresses.withoutAddresses("not composed: " + e.getMessage()));
        }
        Delivery delivery;
        try {
            delivery = connection.deliver(
                    mime, mime.getRecipients(jakarta.mail.Message.RecipientType.TO)[0], beforeFinalDot);
        } catch (MessagingException e) {
            throw new IllegalStateException("a composed message has one recipient", e);
        }
        if (delivery.outcome() == Outcome.ACCEPTED && connection.messages() < config.messagesPerConnection()) {
            idle.push(connection);
        } else {
            connection.closeQuietly();
        }
        return delivery;
    }

    private SmtpConnection keptConnection() {
        for (SmtpConnection kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (kept.idle().compareTo(config.checkIdleAfter()) <= 0 || kept.isConnected()) {
                return kept;
            }
            kept.closeQuietly();
        }
        return null;
    }

    private SmtpConnection connect() throws MessagingException {
        PlainSockets sockets = new PlainSockets();
        Session session = session(sockets);
        SmtpConnection connection = new SmtpConnection(
                session,
                new URLName("smtp", config.host(), config.port(), null, null, null),
                config.tls() == SmtpConfig.Tls.IMPLICIT,
                sockets);
        connection.connect(
                config.host(),
                config.port(),
                config.username().orElse(null),
                config.password().orElse(null));
        return connection;
    }

    private Session session(PlainSockets sockets) {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", config.host());
        settings.put("mail.smtp.port", Integer.toString(config.port()));
        settings.put("mail.smtp.from", mailer.fromAddress());
        settings.put("mail.smtp.auth", Boolean.toString(config.username().isPresent()));
        settings.put(
                "mail.smtp.connectiontimeout",
                Long.toString(config.connectTimeout().toMillis()));
        settings.put("mail.smtp.timeout", Long.toString(config.readTimeout().toMillis()));
        settings.put(
                "mail.smtp.writetimeout", Long.toString(config.writeTimeout().toMillis()));
        // do not wait for the answer to QUIT
        settings.put("mail.smtp.quitwait", "false");
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        boolean required = config.tls() == SmtpConfig.Tls.STARTTLS_REQUIRED;
        settings.put(
                "mail.smtp.starttls.enable", Boolean.toString(required || config.tls() == SmtpConfig.Tls.STARTTLS));
        settings.put("mail.smtp.starttls.required", Boolean.toString(required));
        if (sockets != null && config.tls() != SmtpConfig.Tls.IMPLICIT) {
            settings.put("mail.smtp.socketFactory", sockets);
            settings.put("mail.smtp.socketFactory.fallback", "false");
        }
        return Session.getInstance(settings);
    }

    @PreDestroy
    void closeAll() {
        for (SmtpConnection kept = idle.poll(); kept != null; kept = idle.poll()) {
            kept.closeQuietly();
        }
    }
}
