package eu.urbact.infocus.notification.smtp;

import eu.urbact.infocus.notification.smtp.Delivery.Outcome;

/**
 * What an ended conversation means for the message (RFC 5321, 4.2 and 4.5.3). The line is the final dot: before it nothing can have been
 * accepted; after it only a well-formed reply tells.
 */
final class DeliveryPolicy {

    private DeliveryPolicy() {}

    /**
     * Judges a conversation that did not end with the expected reply.
     *
     * @param phase how far it got
     * @param replyCode the last reply of the server in that phase, or anything outside 200..599 when there was none
     */
    static Outcome judge(SmtpPhase phase, int replyCode) {
        boolean permanent = replyCode >= 500 && replyCode <= 599;
        boolean transientRefusal = replyCode >= 400 && replyCode <= 499;
        return switch (phase) {
            // A server that greets with 554 or refuses our login is out of order or wrongly configured: the mail is not
            // to blame.
            case CONNECT -> Outcome.NOT_YET;
            case SENDER, RECIPIENT, CONTENT -> permanent ? Outcome.REFUSED : Outcome.NOT_YET;
            case FINAL_DOT -> {
                if (permanent) {
                    yield Outcome.REFUSED;
                }
                if (transientRefusal) {
                    yield Outcome.NOT_YET;
                }
                yield replyCode >= 200 && replyCode <= 299 ? Outcome.ACCEPTED : Outcome.UNKNOWN;
            }
        };
    }
}
