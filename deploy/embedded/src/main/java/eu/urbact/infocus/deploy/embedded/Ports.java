package eu.urbact.infocus.deploy.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** Questions about TCP ports of this machine. Everything the platform starts listens on the loopback interface only. */
public final class Ports {

    private static final int CONNECT_MILLIS = 500;
    private static final int LOWEST_FREE = 20_000;
    private static final int HIGHEST_FREE = 32_000;

    private Ports() {}

    /**
     * A port that nobody listens on at this moment. Below the range from which systems take ports for outgoing connections: a
     * server that is stopped and started again must find its port free.
     */
    public static int free() {
        int port;
        do {
            port = ThreadLocalRandom.current().nextInt(LOWEST_FREE, HIGHEST_FREE);
        } while (isTaken(port));
        return port;
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
