package eu.urbact.infocus.deploy.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import eu.urbact.infocus.deploy.embedded.ServerException;

/**
 * Takes orders of {@code deploy/part} and {@code deploy/down} on a loopback port of its own. Port and secret are in the data
 * directory, readable by the user who started the platform only.
 */
final class ControlServer implements AutoCloseable {

    static final String SECRET_HEADER = "Infocus-Control";

    private final Platform platform;
    private final Runnable shutdown;
    private final String secret = UUID.randomUUID().toString();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "control");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Starts to listen.
     *
     * @param shutdown what to do on {@code deploy/down}; must return at once
     */
    ControlServer(Platform platform, Runnable shutdown) {
        this.platform = platform;
        this.shutdown = shutdown;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new PlatformException("cannot open the control port: " + e.getMessage(), e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    DataDirectory.Control control() {
        return new DataDirectory.Control(server.getAddress().getPort(), secret);
    }

    /** {@code /status}, {@code /shutdown}, {@code /stop/<part>}, {@code /start/<part>}. */
    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String given = exchange.getRequestHeaders().getFirst(SECRET_HEADER);
            if (given == null
                    || !MessageDigest.isEqual(
                            given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8))) {
                answer(exchange, 403, "");
                return;
            }
            String[] order = exchange.getRequestURI().getPath().substring(1).split("/", 2);
            switch (order[0]) {
                case "status" -> answer(exchange, 200, status());
                case "shutdown" -> {
                    answer(exchange, 200, "stopping");
                    shutdown.run();
                }
                case "stop", "start" -> change(exchange, order[0], order.length > 1 ? order[1] : "");
                default -> answer(exchange, 404, "unknown order " + order[0]);
            }
        }
    }

    private void change(HttpExchange exchange, String order, String name) throws IOException {
        Part part = platform.part(name).orElse(null);
        if (part == null) {
            answer(exchange, 404, "there is no part %s; the parts are %s".formatted(name, platform.names()));
            return;
        }
        try {
            if (order.equals("stop")) {
                part.stop();
            } else {
                part.start();
            }
            answer(exchange, 200, part.name() + " " + part.state());
        } catch (ServerException e) {
            answer(exchange, 500, e.getMessage());
        }
    }

    private String status() {
        StringBuilder lines = new StringBuilder();
        for (Part part : platform.all()) {
            lines.append(String.format(Locale.ROOT, "%-13s %-8s port %d%n", part.name(), part.state(), part.port()));
        }
        return lines.toString().strip();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
