package eu.urbact.infocus.notification.recipient;

/** The recipients cannot be looked up right now. Says nothing about the mails: they wait. */
public class RecipientsUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RecipientsUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
