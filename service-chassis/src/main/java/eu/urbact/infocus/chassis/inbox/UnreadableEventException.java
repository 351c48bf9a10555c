package eu.urbact.infocus.chassis.inbox;

import java.io.Serial;

/** The record is no CloudEvent that we understand; trying again would not help. */
public class UnreadableEventException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnreadableEventException(String message) {
        super(message);
    }
}
