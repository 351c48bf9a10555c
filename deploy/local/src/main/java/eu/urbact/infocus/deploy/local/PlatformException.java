package eu.urbact.infocus.deploy.local;

/** The platform cannot go on. The message is the one line that the person at the terminal gets. */
final class PlatformException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PlatformException(String message) {
        super(message);
    }

    PlatformException(String message, Throwable cause) {
        super(message, cause);
    }
}
