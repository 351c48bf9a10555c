package eu.urbact.infocus.deploy.embedded;

/** A server could not be started or stopped. The message is one line that a person can act on. */
public final class ServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String logTail;

    /** A failure with nothing more to say. */
    public ServerException(String message) {
        this(message, "", null);
    }

    /** A failure and its reason. */
    public ServerException(String message, Throwable cause) {
        this(message, "", cause);
    }

    /** A failure with the end of a log and its reason, which may be null. */
    public ServerException(String message, String logTail, Throwable cause) {
        super(message, cause);
        this.logTail = logTail;
    }

    /** The last lines of the server's log, or an empty text. */
    public String logTail() {
        return logTail;
    }
}
