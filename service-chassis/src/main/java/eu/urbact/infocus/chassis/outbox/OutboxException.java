package eu.urbact.infocus.chassis.outbox;

import java.io.Serial;

/** The outbox could not be written or read; the business transaction fails with it. */
public class OutboxException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public OutboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
