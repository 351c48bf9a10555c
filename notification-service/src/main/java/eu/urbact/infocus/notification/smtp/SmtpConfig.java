package eu.urbact.infocus.notification.smtp;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the mail server is reached. */
@ConfigMapping(prefix = "infocus.smtp")
public interface SmtpConfig {

    /** Protection of the connection. */
    enum Tls {
        /** Plain text: for a mail catcher on the same machine only. */
        OFF,
        /** STARTTLS when the server offers it. */
        STARTTLS,
        /** STARTTLS, and nothing is sent when the server does not offer it. */
        STARTTLS_REQUIRED,
        /** TLS from the first byte. */
        IMPLICIT
    }

    /** Host name of the mail server. */
    @WithDefault("localhost")
    String host();

    /** Port of the mail server. */
    @WithDefault("2525")
    int port();

    /** Login; without one no authentication is tried. */
    Optional<String> username();

    /** Password of the login. */
    Optional<String> password();

    /** Protection of the connection. */
    @WithDefault("off")
    Tls tls();

    /** Longest wait for a connection. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** Longest wait for one reply. RFC 5321 allows a server ten minutes after the final dot; one minute serves a relay nearby. */
    @WithDefault("60s")
    Duration readTimeout();

    /** Longest time one write may block. */
    @WithDefault("30s")
    Duration writeTimeout();

    /** Messages after which a connection is closed and a new one is opened; many servers refuse an endless one. */
    @WithDefault("100")
    int messagesPerConnection();

    /** An idle connection older than this is checked with NOOP before it is used again. */
    @WithDefault("2s")
    Duration checkIdleAfter();
}
