package eu.urbact.infocus.notification.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A mail server that misbehaves as told, one fault per message, and otherwise accepts everything. */
public final class ScriptedSmtpServer implements AutoCloseable {

    /** What goes wrong. */
    public enum Fault {
        /** Nothing. */
        NONE,
        /** The greeting is a 421, and the line is cut. */
        BUSY_AT_CONNECT,
        /** A greylisting server: 451 to the recipient. */
        RECIPIENT_NOT_NOW,
        /** 550 to the recipient, repeating the address as servers do. */
        RECIPIENT_UNKNOWN,
        /** The line is cut at the command DATA. */
        CUT_AT_DATA,
        /** The line is cut right after "354 go on". */
        CUT_BEFORE_FINAL_DOT,
        /** The message is taken, and the line is cut before the reply. */
        CUT_AFTER_FINAL_DOT,
        /** The message is taken, and the reply never comes. */
        SILENT_AFTER_FINAL_DOT,
        /** 451 instead of 250 after the final dot, then the line is cut. */
        NOT_NOW_AFTER_FINAL_DOT,
        /** 554 after the final dot. */
        REFUSED_AFTER_FINAL_DOT
    }

    private final ServerSocket socket;
    private final Queue<Fault> script = new ConcurrentLinkedQueue<>();
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch cut = new CountDownLatch(1);
    private final Thread acceptor = new Thread(this::accept, "scripted-smtp");

    public ScriptedSmtpServer() throws IOException {
        this(0);
    }

    public ScriptedSmtpServer(int port) throws IOException {
        socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress("localhost", port), 50);
        acceptor.setDaemon(true);
        acceptor.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** The faults of the next messages, one each. */
    public void next(Fault... faults) {
        script.addAll(List.of(faults));
    }

    /** Whatever the server took, whether or not it said so. */
    public List<String> accepted() {
        return accepted;
    }

    /** Number of connections that were made. */
    public int connections() {
        return connections.size();
    }

    /** Waits until the line was cut before a final dot. */
    public void awaitCut() {
        try {
            if (!cut.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no line was cut");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Drops all lines, as a restart does. */
    public void dropConnections() throws IOException {
        for (Socket connection : connections) {
            connection.close();
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        dropConnections();
        awaitFreePort();
    }

    /** The port is free only when nobody waits in accept any more, a moment after the socket was closed. */
    private void awaitFreePort() {
        try {
            acceptor.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                Thread thread = new Thread(() -> serve(connection), "scripted-smtp-line");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = connection.getOutputStream();
            if (script.peek() == Fault.BUSY_AT_CONNECT) {
                script.remove();
                say(out, "421 too busy");
                return;
            }
            say(out, "220 scripted");
            converse(in, out);
        } catch (IOException | UncheckedIOException e) {
            // the client or the test ended the line
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void converse(BufferedReader in, OutputStream out) throws IOException, InterruptedException {
        Fault fault = Fault.NONE;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.length() < 4 ? line : line.substring(0, 4);
            switch (command) {
                case "MAIL" -> {
                    fault = script.isEmpty() ? Fault.NONE : script.remove();
                    say(out, "250 ok");
                }
                case "RCPT" -> {
                    if (fault == Fault.RECIPIENT_UNKNOWN) {
                        say(out, "550 5.1.1 " + line.substring("RCPT TO:".length()) + " user unknown");
                    } else if (fault == Fault.RECIPIENT_NOT_NOW) {
                        say(out, "451 4.7.1 come back later");
                    } else {
                        say(out, "250 ok");
                    }
                }
                case "DATA" -> {
                    if (fault == Fault.CUT_AT_DATA) {
                        return;
                    }
                    say(out, "354 go on");
                    if (fault == Fault.CUT_BEFORE_FINAL_DOT) {
                        out.close();
                        cut.countDown();
                        return;
                    }
                    accepted.add(content(in));
                    switch (fault) {
                        case CUT_AFTER_FINAL_DOT -> {
                            return;
                        }
                        case SILENT_AFTER_FINAL_DOT -> closed.await(1, TimeUnit.MINUTES);
                        case NOT_NOW_AFTER_FINAL_DOT -> {
                            accepted.remove(accepted.size() - 1);
                            say(out, "451 4.3.0 try again");
                            return;
                        }
                        case REFUSED_AFTER_FINAL_DOT -> {
                            accepted.remove(accepted.size() - 1);
                            say(out, "554 5.7.1 not wanted");
                        }
                        default -> say(out, "250 2.0.0 queued as 1");
                    }
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 ok");
            }
        }
    }

    private static String content(BufferedReader in) throws IOException {
        StringBuilder content = new StringBuilder();
        for (String line = in.readLine(); ; line = in.readLine()) {
            if (line == null) {
                throw new IOException("cut inside the content: an unfinished message is dropped");
            }
            if (line.equals(".")) {
                return content.toString();
            }
            content.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
