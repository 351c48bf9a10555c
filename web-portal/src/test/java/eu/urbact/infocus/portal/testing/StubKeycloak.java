package eu.urbact.infocus.portal.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * As much of an OpenID provider as a code flow with PKCE needs. Whoever comes is signed in at once as the person that the test has chosen.
 * Access tokens look like those of Keycloak: roles in {@code realm_access}, cities in {@code organization}.
 */
public final class StubKeycloak {

    private static final int LONG = 300;

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final int port;
    private final KeyPair keys;
    private HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> refreshable = new ConcurrentHashMap<>();
    private volatile String signedOut = "";
    private volatile Person person = new Person("Nobody", List.of(), List.of());

    private volatile int seconds = LONG;

    public StubKeycloak(int onPort) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        server = open(onPort);
        port = server.getAddress().getPort();
    }

    private HttpServer open(int onPort) {
        try {
            HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort), 0);
            opened.createContext("/", this::answer);
            opened.start();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on connections are refused; {@link #reset()} brings it back. */
    public void stop() {
        server.stop(0);
        server = null;
    }

    /** How long the tokens last of whoever signs in next. */
    public void tokensLast(int howManySeconds) {
        seconds = howManySeconds;
    }

    /** Tokens are not renewed any more; whoever comes signs in anew. */
    public void endSessions() {
        refreshable.clear();
    }

    /** As it was at first. */
    public void reset() {
        seconds = LONG;
        if (server == null) {
            server = open(port);
        }
    }

    /** Base address, without the realm. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** Who signs in next. */
    public void next(Person who) {
        person = who;
    }

    /** The ID token that the last sign-out named. */
    public String signedOut() {
        return signedOut;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String issuer = url() + "/realms/infocus";
            if (path.endsWith("/openid-configuration")) {
                json(exchange, """
                        {"issuer":"%1$s","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token",\
                        "jwks_uri":"%1$s/certs","end_session_endpoint":"%1$s/logout"}""".formatted(issuer));
            } else if (path.endsWith("/certs")) {
                RSAPublicKey key = (RSAPublicKey) keys.getPublic();
                json(exchange, """
                        {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"stub","n":"%s","e":"%s"}]}""".formatted(number(key.getModulus()), number(key.getPublicExponent())));
            } else if (path.endsWith("/auth")) {
                Map<String, String> query = parse(exchange.getRequestURI().getRawQuery());
                String code = UUID.randomUUID().toString();
                codes.put(code, query);
                redirect(exchange, query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
            } else if (path.endsWith("/token")) {
                token(exchange, issuer);
            } else if (path.endsWith("/logout")) {
                Map<String, String> query = parse(exchange.getRequestURI().getRawQuery());
                signedOut = query.get("id_token_hint");
                redirect(exchange, query.get("post_logout_redirect_uri"));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private void token(HttpExchange exchange, String issuer) throws IOException {
        Map<String, String> form = parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = asked(form);
        if (asked == null) {
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        String refreshToken = UUID.randomUUID().toString();
        refreshable.put(refreshToken, asked);
        long now = Clock.systemUTC().instant().getEpochSecond();
        String common = """
                "iss":"%s","sub":"%s","iat":%d,"exp":%d,"name":"%s","preferred_username":"%s\"""".formatted(issuer, UUID.randomUUID(), now, now + seconds, person.name(), person.name());
        String id = sign("{%s,\"aud\":\"web-portal\",\"azp\":\"web-portal\",\"typ\":\"ID\",\"nonce\":\"%s\"}"
                .formatted(common, asked.get("nonce")));
        String access = sign(
                "{%s,\"aud\":[\"registration-service\"],\"azp\":\"web-portal\",\"typ\":\"Bearer\",\"realm_access\":{\"roles\":%s},\"organization\":%s}"
                        .formatted(common, list(person.roles()), list(person.cities())));
        json(exchange, """
                {"id_token":"%s","access_token":"%s","refresh_token":"%s","token_type":"Bearer","expires_in":%d}""".formatted(id, access, refreshToken, seconds));
    }

    /** What the browser asked for when it came to sign in; null for whoever has no right to tokens. A refresh token works once. */
    private Map<String, String> asked(Map<String, String> form) {
        if ("refresh_token".equals(form.get("grant_type"))) {
            return refreshable.remove(form.getOrDefault("refresh_token", ""));
        }
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        return asked != null && asked.get("code_challenge").equals(challenge(form.getOrDefault("code_verifier", "")))
                ? asked
                : null;
    }

    private String sign(String claims) {
        try {
            String head = BASE64.encodeToString(
                    "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"stub\"}".getBytes(StandardCharsets.UTF_8));
            String content = head + "." + BASE64.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return BASE64.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return BASE64.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String list(List<String> values) {
        return values.stream().map(value -> '"' + value + '"').toList().toString();
    }

    private static Map<String, String> parse(String form) {
        Map<String, String> values = new HashMap<>();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    /** Form-encodes a value. */
    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void json(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Somebody who can sign in. */
    public record Person(String name, List<String> roles, List<String> cities) {

        public static final Person ORGANISER = new Person("Olga Organiser", List.of("organiser"), List.of());
        public static final Person PORTO = new Person("Paulo Porto", List.of(), List.of("porto"));
        public static final Person NEITHER = new Person("Nico Neither", List.of(), List.of());
    }
}
