package eu.urbact.infocus.deploy.embedded;

/** A server could not be started or stopped. The message is one line that a person can act on. */
public final class ServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String logTail;

    ServerException(String message) {
        this(message, "", null);
    }

    ServerException(String message, Throwable cause) {
        this(message, "", cause);
    }

    ServerException(String message, String logTail, Throwable cause) {
        super(message, cause);
        this.logTail = logTail;
    }

    /** The last lines of the server's log, or an empty text. */
    public String logTail() {
        return logTail;
    }
}
