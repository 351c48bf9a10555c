package eu.urbact.infocus.chassis.inbox;

import java.io.Serial;

/** The inbox's tables could not be read or written. */
class InboxException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    InboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
