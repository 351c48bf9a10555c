package eu.urbact.infocus.notification.smtp;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who writes. */
@ConfigMapping(prefix = "infocus.mail.sender")
public interface MailerConfig {

    /** Address in {@code From} and on the envelope; its domain also ends each {@code Message-ID}. */
    @WithDefault("workshops@infocus.example")
    String fromAddress();

    /** Display name in {@code From}, also printed at the end of each mail. */
    @WithDefault("InFocus network")
    String fromName();

    /** Where answers go; {@code From} when it is missing. */
    Optional<String> replyTo();

    /** The organisers' own mailbox, where they are told what concerns them; {@code replyTo} or {@code From} when it is missing. */
    Optional<String> organisersAddress();
}
