package eu.urbact.infocus.deploy.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Questions about TCP ports of this machine. Everything the platform starts listens on the loopback interface only. */
public final class Ports {

    private static final int CONNECT_MILLIS = 500;

    private Ports() {}

    /** A port that nobody listens on at this moment. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a server could not listen on this port now because something else does. */
    public static boolean isTaken(int port) {
        if (answers(port)) {
            return true;
        }
        try (ServerSocket socket = new ServerSocket()) {
            // Like the servers themselves: connections of a stopped server that still linger do not count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Whether something accepts connections on this port. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Refuses a taken port before a server does it less clearly.
     *
     * @throws ServerException when the port is taken
     */
    public static void requireFree(String server, int port) {
        if (isTaken(port)) {
            throw new ServerException("%s cannot start: port %d is taken by another process".formatted(server, port));
        }
    }
}
