package eu.urbact.infocus.notification.smtp;

/** How far the conversation with the mail server got, in order. */
enum SmtpPhase {
    /** Connection, greeting, TLS, login: says nothing about the message. */
    CONNECT,
    /** {@code MAIL FROM}. */
    SENDER,
    /** {@code RCPT TO}. */
    RECIPIENT,
    /** {@code DATA} and the content, without the final dot: a server must drop an unfinished message. */
    CONTENT,
    /** The final dot is on its way; only the reply tells what became of the message. */
    FINAL_DOT
}
