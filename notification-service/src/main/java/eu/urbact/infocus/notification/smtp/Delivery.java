package eu.urbact.infocus.notification.smtp;

/**
 * What is known about one attempt to hand a message over.
 *
 * @param outcome how it ended
 * @param reply the server's words or the client's error, without any address; never null
 */
public record Delivery(Outcome outcome, String reply) {

    /** How an attempt ended. */
    public enum Outcome {
        /** The server took responsibility for the message. */
        ACCEPTED,
        /** The message was certainly not accepted, a later attempt may succeed. */
        NOT_YET,
        /** The message was certainly not accepted and never will be. */
        REFUSED,
        /** The final dot was sent and no usable reply came: accepted or not, nobody here can know. */
        UNKNOWN,
        /** The gate before the final dot was closed: somebody else is responsible for this message now. Nothing was sent. */
        STOPPED
    }
}
