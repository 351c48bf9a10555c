package eu.urbact.infocus.chassis.outbox;

import java.io.Serial;

/** A row of the outbox cannot be read; it waits until somebody has looked at it. */
public class OutboxException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public OutboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
