package eu.urbact.infocus.portal.shell.services;

import java.io.Serial;

/** The page cannot be shown, because the service that it is about does not answer. */
public class ServiceDownException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** A service is down. */
    public ServiceDownException() {
        super("A service did not answer", null, false, false);
    }
}
