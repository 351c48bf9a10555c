package eu.urbact.infocus.deploy.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * An SMTP server that accepts every mail and delivers none, with a small HTTP view of what came in. It runs inside the
 * process that starts it and keeps its mails while it is stopped and started, until they are purged.
 *
 * <ul>
 *   <li>{@code GET /api/mails[?to=address]}: list, oldest first: {@code {items: [{id, recipient, from, subject, messageId,
 *       receivedAt}], total}}
 *   <li>{@code GET /api/mails/{id}}: one mail, with {@code headers}, {@code text} and {@code html}
 *   <li>{@code GET /api/mails/{id}/html} and {@code /raw}: its HTML part, and the mail as it came
 *   <li>{@code DELETE /api/mails}: purge
 *   <li>{@code GET /}: a page with the list
 * </ul>
 */
public final class MailCatcher implements EmbeddedServer {

    private static final String JSON = "application/json; charset=utf-8";
    private static final String HTML = "text/html; charset=utf-8";

    private final int smtpPort;
    private final int httpPort;
    private final Path log;
    private final ObjectMapper json = new ObjectMapper();

    private final List<CaughtMail> mails = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int lastId;
    private GreenMail smtp;
    private HttpServer web;
    private ExecutorService webThreads;

    private record CaughtMail(int id, String recipient, String receivedAt, MimeMessage message) {}

    /**
     * A mail catcher that is not started yet.
     *
     * @param smtpPort where mails come in
     * @param httpPort where they can be looked at
     * @param log file named in messages; the mail catcher itself is quiet
     */
    public MailCatcher(int smtpPort, int httpPort, Path log) {
        this.smtpPort = smtpPort;
        this.httpPort = httpPort;
        this.log = log;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        Ports.requireFree(name(), smtpPort);
        if (web == null) {
            Ports.requireFree(name(), httpPort);
        }
        GreenMail started = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        try {
            started.start();
            seen.clear();
            if (web == null) {
                startWeb();
            }
            smtp = started;
        } catch (IOException | RuntimeException e) {
            started.stop();
            throw new ServerException("mail cannot start: " + e.getMessage(), e);
        }
    }

    private void startWeb() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), httpPort), 0);
        webThreads = Executors.newFixedThreadPool(4, task -> {
            Thread thread = new Thread(task, "mail-view");
            thread.setDaemon(true);
            return thread;
        });
        web.setExecutor(webThreads);
        web.createContext("/", this::handle);
        web.start();
    }

    /** Stops taking mails; what came in stays visible. */
    @Override
    public synchronized void stop() {
        if (smtp != null) {
            collect();
            smtp.stop();
            smtp = null;
        }
    }

    @Override
    public synchronized void close() {
        stop();
        if (web != null) {
            web.stop(0);
            webThreads.shutdown();
            web = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return smtp != null;
    }

    @Override
    public int port() {
        return smtpPort;
    }

    /** Port of the HTTP view. */
    public int httpPort() {
        return httpPort;
    }

    @Override
    public Path logFile() {
        return log;
    }

    /** Takes over what GreenMail has received since the last call. */
    private synchronized List<CaughtMail> collect() {
        if (smtp != null) {
            List<CaughtMail> fresh = new ArrayList<>();
            for (GreenMailUser user : smtp.getUserManager().listUser()) {
                collect(user, fresh);
            }
            fresh.sort((a, b) -> a.receivedAt().compareTo(b.receivedAt()));
            for (CaughtMail mail : fresh) {
                lastId++;
                mails.add(new CaughtMail(lastId, mail.recipient(), mail.receivedAt(), mail.message()));
            }
        }
        return List.copyOf(mails);
    }

    private void collect(GreenMailUser user, List<CaughtMail> fresh) {
        try {
            for (StoredMessage stored :
                    smtp.getManagers().getImapHostManager().getInbox(user).getMessages()) {
                if (seen.add(user.getEmail() + "#" + stored.getUid())) {
                    String receivedAt = stored.getReceivedDate().toInstant().toString();
                    fresh.add(new CaughtMail(0, user.getEmail(), receivedAt, stored.getMimeMessage()));
                }
            }
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void purge() {
        collect();
        mails.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().substring(1).split("/", -1);
            boolean list = path.length == 2 && path[0].equals("api") && path[1].equals("mails");
            switch (exchange.getRequestMethod()) {
                case "DELETE" -> {
                    if (list) {
                        purge();
                        exchange.sendResponseHeaders(204, -1);
                    } else {
                        notFound(exchange);
                    }
                }
                case "GET" -> {
                    if (list) {
                        list(exchange);
                    } else if (path.length == 1 && path[0].isEmpty()) {
                        page(exchange);
                    } else if (path.length >= 3 && path[0].equals("api") && path[1].equals("mails")) {
                        one(exchange, path[2], path.length > 3 ? path[3] : "");
                    } else {
                        notFound(exchange);
                    }
                }
                default -> exchange.sendResponseHeaders(405, -1);
            }
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private void list(HttpExchange exchange) throws IOException, MessagingException {
        String to = queryParameter(exchange, "to");
        List<Map<String, Object>> items = new ArrayList<>();
        for (CaughtMail mail : collect()) {
            if (to == null || mail.recipient().equalsIgnoreCase(to)) {
                items.add(summary(mail));
            }
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", items);
        body.put("total", items.size());
        send(exchange, JSON, json.writeValueAsBytes(body));
    }

    private void one(HttpExchange exchange, String id, String view) throws IOException, MessagingException {
        CaughtMail mail = collect().stream()
                .filter(candidate -> Integer.toString(candidate.id()).equals(id))
                .findFirst()
                .orElse(null);
        if (mail == null) {
            notFound(exchange);
            return;
        }
        switch (view) {
            case "" -> send(exchange, JSON, json.writeValueAsBytes(details(mail)));
            case "raw" -> {
                ByteArrayOutputStream raw = new ByteArrayOutputStream();
                mail.message().writeTo(raw);
                send(exchange, "text/plain; charset=utf-8", raw.toByteArray());
            }
            case "html" -> {
                // A mail is somebody else's HTML: shown without scripts and without fetching anything.
                exchange.getResponseHeaders()
                        .set("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'");
                String html = text(mail.message(), "text/html");
                send(exchange, HTML, (html == null ? "" : html).getBytes(StandardCharsets.UTF_8));
            }
            default -> notFound(exchange);
        }
    }

    private static Map<String, Object> summary(CaughtMail mail) throws MessagingException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", mail.id());
        fields.put("recipient", mail.recipient());
        fields.put(
                "from",
                mail.message().getFrom() == null
                        ? ""
                        : mail.message().getFrom()[0].toString());
        fields.put("subject", mail.message().getSubject());
        fields.put("messageId", mail.message().getMessageID());
        fields.put("receivedAt", mail.receivedAt());
        return fields;
    }

    private static Map<String, Object> details(CaughtMail mail) throws MessagingException, IOException {
        Map<String, Object> fields = summary(mail);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Header header : Collections.list(mail.message().getAllHeaders())) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
        }
        fields.put("headers", headers);
        fields.put("text", text(mail.message(), "text/plain"));
        fields.put("html", text(mail.message(), "text/html"));
        return fields;
    }

    /** The first part of this type, however deep, with line ends as programs expect them and not as mail has them. */
    private static String text(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type) && part.getContent() instanceof String content) {
            return content.replace("\r\n", "\n");
        }
        if (part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart child = multipart.getBodyPart(i);
                String content = text(child, type);
                if (content != null) {
                    return content;
                }
            }
        }
        return null;
    }

    private void page(HttpExchange exchange) throws IOException, MessagingException {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>Mails</title>"
                + "<style>body{font:16px/1.5 system-ui;margin:2rem}td,th{padding:.2rem 1rem .2rem 0;text-align:left}</style>"
                + "<h1>Mails</h1><table><tr><th>Received<th>To<th>Subject<th>View");
        List<CaughtMail> newestFirst = new ArrayList<>(collect());
        Collections.reverse(newestFirst);
        for (CaughtMail mail : newestFirst) {
            page.append(
                    "<tr><td>%s<td>%s<td>%s<td><a href=\"/api/mails/%d/html\">HTML</a> <a href=\"/api/mails/%d/raw\">raw</a>"
                            .formatted(
                                    mail.receivedAt(),
                                    escape(mail.recipient()),
                                    escape(mail.message().getSubject()),
                                    mail.id(),
                                    mail.id()));
        }
        send(exchange, HTML, page.append("</table>").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String escape(String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
    }

    private static String queryParameter(HttpExchange exchange, String name) {
        String query = exchange.getRequestURI().getRawQuery();
        if (query == null) {
            return null;
        }
        for (String pair : query.split("&", -1)) {
            if (pair.toLowerCase(Locale.ROOT).startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    private static void notFound(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(404, -1);
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
