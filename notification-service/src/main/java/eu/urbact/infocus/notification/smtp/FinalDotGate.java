package eu.urbact.infocus.notification.smtp;

/**
 * Asked once per attempt, when the server has accepted sender and recipient and waits for the content, right before the final dot. The
 * owner of the message notes durably that it is being handed over, or closes the gate because the message is no longer its own.
 */
@FunctionalInterface
public interface FinalDotGate {

    /** Whether the final dot may be sent. An exception means no, too. */
    boolean open();

    /** The very next thing is the final dot; must neither take time nor fail. */
    default void passing() {
        // nothing to note
    }
}
