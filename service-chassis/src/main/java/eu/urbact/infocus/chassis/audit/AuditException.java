package eu.urbact.infocus.chassis.audit;

import java.io.Serial;

/** The audit trail could not be read. */
public class AuditException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    AuditException(String message, Throwable cause) {
        super(message, cause);
    }
}
