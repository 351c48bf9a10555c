package eu.urbact.infocus.portal.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A service that answers by method and path what a test has told it, and remembers what it was asked. */
public final class StubService {

    private final int port;
    private HttpServer server;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final Map<String, Reply> asked = new ConcurrentHashMap<>();
    private final Map<String, Queue<Reply>> first = new ConcurrentHashMap<>();
    private final Map<String, String> tags = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch hold = new CountDownLatch(0);
    private volatile String held = "";

    public StubService() {
        server = open(0);
        port = server.getAddress().getPort();
    }

    private HttpServer open(int onPort) {
        try {
            HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort), 0);
            opened.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "stub");
                thread.setDaemon(true);
                return thread;
            }));
            opened.createContext("/", this::answer);
            opened.start();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on connections are refused; {@link #reset()} brings it back. */
    public void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /** Base address. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** Forgets replies and requests. */
    public void reset() {
        hold.countDown();
        hold = new CountDownLatch(0);
        replies.clear();
        first.clear();
        asked.clear();
        tags.clear();
        requests.clear();
        if (server == null) {
            server = open(port);
        }
    }

    /** Answers {@code GET path} with JSON. */
    public void get(String path, String json) {
        reply("GET", path, 200, "application/json", json);
    }

    /** Changes what {@code GET path} is answered with. */
    public void change(String path, UnaryOperator<String> change) {
        replies.computeIfPresent(
                "GET " + path, (key, reply) -> new Reply(reply.status(), reply.type(), change.apply(reply.body())));
    }

    /** Answers {@code GET path} with JSON when its query has these words in it, before what is answered otherwise. */
    public void get(String path, String query, String json) {
        asked.put(path + "?" + query, new Reply(200, "application/json", json));
    }

    private Reply asked(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null
                ? null
                : asked.entrySet().stream()
                        .filter(entry -> {
                            String[] known = entry.getKey().split("\\?", 2);
                            return known[0].equals(exchange.getRequestURI().getPath()) && query.contains(known[1]);
                        })
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    /** Answers a request with JSON. */
    public void reply(String method, String path, int status, String json) {
        reply(method, path, status, status >= 400 ? "application/problem+json" : "application/json", json);
    }

    /** Answers the next request like this, before what is answered otherwise; several are used up in their order. */
    public void once(String method, String path, int status, String json) {
        first.computeIfAbsent(method + " " + path, key -> new ConcurrentLinkedQueue<>())
                .add(new Reply(status, "application/problem+json", json));
    }

    /** What is answered now is answered once more, and nothing is there from then on. */
    public void lastTime(String method, String path) {
        String key = method + " " + path;
        first.computeIfAbsent(key, one -> new ConcurrentLinkedQueue<>()).add(replies.remove(key));
    }

    /** Answers a request. */
    public void reply(String method, String path, int status, String type, String body) {
        replies.put(method + " " + path, new Reply(status, type, body));
    }

    /** Answers about this path have an entity tag. */
    public void tag(String path, String tag) {
        tags.put(path, tag);
    }

    /** From now on every request waits; {@link #reset()} lets them go. */
    public void hang() {
        hang("");
    }

    /** From now on requests to addresses that begin with this one wait, until {@link #goOn()}. */
    public void hang(String path) {
        held = path;
        hold = new CountDownLatch(1);
    }

    /** Answers those that wait. */
    public void goOn() {
        hold.countDown();
    }

    /** Requests so far whose path is this one. */
    public List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    /** Those of one method. */
    public List<Request> requests(String method, String path) {
        return requests(path).stream()
                .filter(request -> request.method().equals(method))
                .toList();
    }

    /** The latest of them. */
    public Request last(String method, String path) {
        List<Request> all = requests(method, path);
        return all.get(all.size() - 1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(new Request(
                    exchange.getRequestMethod(),
                    path,
                    exchange.getRequestURI().getRawQuery(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    body));
            if (path.startsWith(held)) {
                hold.await();
            }
            String key = exchange.getRequestMethod() + " " + path;
            Reply reply = first.getOrDefault(key, new ConcurrentLinkedQueue<>()).poll();
            if (reply == null) {
                reply = asked(exchange);
            }
            if (reply == null) {
                reply = replies.getOrDefault(
                        key,
                        new Reply(404, "application/problem+json", "{\"type\":\"urn:infocus:problem:not-found\"}"));
            }
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            if (tags.containsKey(path)) {
                exchange.getResponseHeaders().set("ETag", tags.get(path));
            }
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Reply(int status, String type, String body) {}

    /** A request as the service saw it. */
    public record Request(String method, String path, String query, Map<String, List<String>> headers, String body) {

        /** First value of a header, or null. */
        public String header(String name) {
            return Browser.header(headers, name);
        }
    }
}
