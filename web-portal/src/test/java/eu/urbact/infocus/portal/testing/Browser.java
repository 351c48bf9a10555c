package eu.urbact.infocus.portal.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.microprofile.config.ConfigProvider;

/** A browser without a screen and without scripts: keeps cookies, follows redirects when told to, fills in forms. */
public final class Browser {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient following = client(HttpClient.Redirect.ALWAYS);
    private final HttpClient stopping = client(HttpClient.Redirect.NEVER);

    private HttpClient client(HttpClient.Redirect redirect) {
        return HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(redirect)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** Opens a page and follows redirects. */
    public Reply open(String path) {
        return send(following, request(path).GET().build());
    }

    /** Opens something that is no page, such as a PDF. */
    public byte[] bytes(String path) {
        try {
            return following
                    .send(request(path).GET().build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens a page and stops at the first answer. */
    public Reply step(String path, String... headers) {
        HttpRequest.Builder request = request(path).GET();
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(stopping, request.build());
    }

    /** Signs in as somebody. */
    public Browser signedInAs(StubKeycloak.Person person) {
        Neighbours.KEYCLOAK.next(person);
        open("/signin");
        return this;
    }

    /** Opens {@code formPath}, takes over its hidden fields, sends them with {@code fields} to {@code action}. */
    public Reply submit(String formPath, String action, Map<String, String> fields) {
        return post(action, fill(open(formPath), fields));
    }

    /** The hidden fields of a page's first form, with others added. */
    public static Map<String, String> fill(Reply page, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            all.putIfAbsent(hidden.group(1), unescape(hidden.group(2)));
        }
        all.putAll(fields);
        return all;
    }

    /** Text as it stands in a page, as a reader sees it. */
    public static String unescape(String html) {
        return html.replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    static String header(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(entry -> entry.getValue().get(0))
                .findFirst()
                .orElse(null);
    }

    /** Sends a form, with headers if need be, and stops at the first answer. */
    public Reply post(String path, Map<String, String> fields, String... headers) {
        return postRaw(path, encoded(fields), headers);
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> StubKeycloak.encode(field.getKey()) + "=" + StubKeycloak.encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Sends a form as a browser does that says which site it was sent from, and stops at the first answer. */
    public Reply postFrom(String site, String path, Map<String, String> fields) {
        return postRaw(path, encoded(fields), "Sec-Fetch-Site", site);
    }

    /** Sends a form's body as it is and stops at the first answer. */
    public Reply postRaw(String path, String form, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(stopping, request.build());
    }

    /** Sends a form's body piece by piece, without saying its length beforehand, and stops at the first answer. */
    public Reply postChunked(String path, String form) {
        byte[] body = form.getBytes(StandardCharsets.UTF_8);
        return send(
                stopping,
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                        .build());
    }

    /** Opens {@code formPath}, takes over its hidden fields, sends them with {@code fields} and a file to {@code action}. */
    public Reply upload(String formPath, String action, Map<String, String> fields, String field, byte[] file) {
        String boundary = "----of-the-test";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fill(open(formPath), fields)
                .forEach((name, value) ->
                        part(body, boundary, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        part(body, boundary, "name=\"" + field + "\"; filename=\"table.csv\"\r\nContent-Type: text/csv", file);
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                stopping,
                request(action)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build());
    }

    private static void part(ByteArrayOutputStream body, String boundary, String disposition, byte[] content) {
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** Value of a cookie, or null. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    /** All cookies as text. */
    public String cookies() {
        return cookies.getCookieStore().getCookies().toString();
    }

    /** Puts a cookie into the browser. */
    public Browser with(String cookie, String value) {
        HttpCookie planted = new HttpCookie(cookie, value);
        planted.setPath("/");
        planted.setVersion(0);
        cookies.getCookieStore().add(URI.create(base()), planted);
        return this;
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base() + path))
                .header("Accept", "text/html");
    }

    private static String base() {
        return "http://localhost:" + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    private static Reply send(HttpClient client, HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            WrongFields.check(response.body());
            return new Reply(
                    response.statusCode(),
                    response.uri().getPath(),
                    response.body(),
                    response.headers().map());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An answer. */
    public record Reply(int status, String path, String body, Map<String, List<String>> headers) {

        /** First value of a header, or null. */
        public String header(String name) {
            return Browser.header(headers, name);
        }

        /** What a reader sees: the body without tags, runs of white space as one. */
        public String text() {
            return unescape(body.replaceAll("(?s)<head>.*?</head>", "")
                    .replaceAll("<[^>]+>", " ")
                    .replaceAll("\\s+", " "));
        }

        /** Title of the page. */
        public String title() {
            Matcher title = Pattern.compile("<title>(.*?)</title>").matcher(body);
            return title.find() ? title.group(1) : "";
        }
    }
}
