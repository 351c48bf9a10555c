package eu.urbact.infocus.notification.mail;

/** Where a mail stands. */
public enum MailState {
    /** Waits for its (next) attempt. */
    QUEUED,
    /** A sender has claimed it. */
    SENDING,
    /** The mail server took responsibility for it, or the organisers found out that it arrived. */
    SENT,
    /** The mail server refused it for good, or all attempts are used up. */
    FAILED,
    /** It was being handed over when the connection or the sender died: it may or may not have been accepted. Never sent again by itself. */
    UNCLEAR,
    /** The person was erased before it was sent; nobody was written to. */
    RECIPIENT_GONE
}
