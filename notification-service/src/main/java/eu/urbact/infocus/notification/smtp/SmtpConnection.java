package eu.urbact.infocus.notification.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;

import org.eclipse.angus.mail.smtp.SMTPTransport;

import eu.urbact.infocus.notification.smtp.Delivery.Outcome;

/**
 * A connection to the mail server that knows how far the current message got. The library's transport offers its steps for overriding;
 * the one that matters is the last: {@link #finishData()} sends the final dot, and this class asks the gate right before it.
 *
 * <p>Not for concurrent use: one sender borrows it at a time.
 */
final class SmtpConnection extends SMTPTransport {

    private static final int NO_REPLY = -1;

    private final PlainSockets sockets;

    private SmtpPhase phase = SmtpPhase.CONNECT;
    private int replyCode = NO_REPLY;
    private String reply = "";
    private FinalDotGate gate = () -> false;
    private boolean stopped;
    private int messages;
    private long lastUsed = System.nanoTime();

    SmtpConnection(Session session, URLName server, boolean implicitTls, PlainSockets sockets) {
        super(session, server, "smtp", implicitTls);
        this.sockets = sockets;
    }

    /**
     * Hands one message over and says how it ended. After anything but ACCEPTED the connection is closed: its state is not worth guessing.
     *
     * @param message the composed message
     * @param recipient the only recipient
     * @param beforeFinalDot asked right before the final dot
     */
    synchronized Delivery deliver(MimeMessage message, Address recipient, FinalDotGate beforeFinalDot) {
        enter(SmtpPhase.SENDER);
        stopped = false;
        gate = beforeFinalDot;
        messages++;
        try {
            sendMessage(message, new Address[] {recipient});
            return new Delivery(Outcome.ACCEPTED, Addresses.withoutAddresses(reply));
        } catch (MessagingException e) {
            closeQuietly();
            return judge(e);
        } finally {
            gate = () -> false;
            lastUsed = System.nanoTime();
        }
    }

    /** Whether the server dropped this connection before it heard anything of the message: it had only been idle for too long. */
    synchronized boolean wasStale() {
        return phase == SmtpPhase.SENDER && (replyCode == NO_REPLY || replyCode == 421);
    }

    /** How many messages went through. */
    synchronized int messages() {
        return messages;
    }

    /** Time since the last message. */
    synchronized Duration idle() {
        return Duration.ofNanos(System.nanoTime() - lastUsed);
    }

    void closeQuietly() {
        try {
            close();
        } catch (MessagingException gone) {
            // A connection that is given up has nothing to lose.
        }
    }

    private Delivery judge(MessagingException failure) {
        if (stopped) {
            return new Delivery(Outcome.STOPPED, "stopped before the final dot");
        }
        String words = replyCode == NO_REPLY ? "no reply (" + phase + "): " + rootOf(failure) : reply;
        return new Delivery(DeliveryPolicy.judge(phase, replyCode), Addresses.withoutAddresses(words));
    }

    private static String rootOf(MessagingException failure) {
        Throwable root = failure;
        while (root instanceof MessagingException && ((MessagingException) root).getNextException() != null) {
            root = ((MessagingException) root).getNextException();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    private void enter(SmtpPhase next) {
        phase = next;
        replyCode = NO_REPLY;
        reply = "";
    }

    /** The first reply in a phase is the answer to it; the library tidies up with RSET afterwards, whose reply must not be taken for it. */
    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        if (replyCode == NO_REPLY && code > 0) {
            replyCode = code;
            reply = getLastServerResponse();
        }
        return code;
    }

    @Override
    protected void rcptTo() throws MessagingException {
        enter(SmtpPhase.RECIPIENT);
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        enter(SmtpPhase.CONTENT);
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        boolean open;
        try {
            open = gate.open();
        } catch (RuntimeException e) {
            // an IOException makes the library drop the connection without the dot
            throw new IOException("the hand-over could not be noted", e);
        }
        if (!open) {
            stopped = true;
            throw new IOException("stopped before the final dot");
        }
        requireOpen();
        enter(SmtpPhase.FINAL_DOT);
        if (sockets.inUse()) {
            // as close to the operating system as it gets: what is killed before has certainly sent nothing
            sockets.beforeNextWrite(gate::passing);
        } else {
            gate.passing();
        }
        super.finishData();
    }

    /**
     * A server that went away while it was to listen is noticed here, where a later attempt is still safe. Behind TLS the stream cannot be
     * looked into without disturbing it; such a cut is seen after the dot and stays unclear.
     */
    private void requireOpen() throws IOException {
        if (!isSSL() && sockets.inUse() && !sockets.isQuiet()) {
            throw new IOException("the server ended the conversation before the final dot");
        }
    }
}
