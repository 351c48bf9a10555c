package eu.urbact.infocus.chassis.testing;

import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Access tokens as Keycloak writes them for this realm, signed with a key of this JVM: {@code
 * given().auth().oauth2(TestTokens.organiser().token())}.
 */
public final class TestTokens {

    private static final String PRIVATE_KEY = "infocus.test.private-key";
    private static final String PUBLIC_KEY = "infocus.test.public-key";

    private final String subject;
    private final Map<String, Object> claims;

    private TestTokens(String subject, Map<String, Object> claims) {
        this.subject = subject;
        this.claims = claims;
    }

    /** A user with the realm role {@code organiser} and no city. */
    public static TestTokens organiser() {
        return user("organiser", Set.of("organiser"), List.of());
    }

    /** A user with the realm role {@code desk} and no city. */
    public static TestTokens desk() {
        return user("desk", Set.of("desk"), List.of());
    }

    /** A user with the realm role {@code auditor} and no city. */
    public static TestTokens auditor() {
        return user("auditor", Set.of("auditor"), List.of());
    }

    /** A user without roles who is a member of this partner city. */
    public static TestTokens city(String cityId) {
        return user(cityId, Set.of(), List.of(cityId));
    }

    /** A user with these realm roles and these cities. */
    public static TestTokens user(String name, Set<String> roles, List<String> cities) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("typ", "Bearer");
        claims.put("azp", "web-portal");
        claims.put("preferred_username", name);
        claims.put("scope", "openid organization");
        claims.put("realm_access", Map.of("roles", List.copyOf(roles)));
        if (!cities.isEmpty()) {
            claims.put("organization", cities);
        }
        return new TestTokens("00000000-0000-0000-0000-" + hex(name), claims);
    }

    /** A service account of this client with these scopes. */
    public static TestTokens service(String clientId, String scopes) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("typ", "Bearer");
        claims.put("azp", clientId);
        claims.put("client_id", clientId);
        claims.put("scope", scopes);
        return new TestTokens("00000000-0000-0000-0001-" + hex(clientId), claims);
    }

    /** The same with another claim; null takes a claim away. */
    public TestTokens with(String claim, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        if (value == null) {
            changed.remove(claim);
        } else {
            changed.put(claim, value);
        }
        return new TestTokens(subject, changed);
    }

    /** Signed for the service under test. */
    public String token() {
        return audience(ConfigProvider.getConfig().getValue("quarkus.application.name", String.class));
    }

    /** Signed for this audience. */
    public String audience(String audience) {
        return sign(audience, Instant.now().plusSeconds(300));
    }

    /** Signed for the service under test, and expired an hour ago. */
    public String expired() {
        return sign(
                ConfigProvider.getConfig().getValue("quarkus.application.name", String.class),
                Instant.now().minusSeconds(3600));
    }

    private String sign(String audience, Instant expiry) {
        JwtClaimsBuilder builder = Jwt.claims()
                .issuer("http://localhost:8180/realms/infocus")
                .subject(subject)
                .audience(audience)
                .issuedAt(expiry.minusSeconds(300))
                .expiresAt(expiry);
        claims.forEach(builder::claim);
        return builder.sign(privateKey());
    }

    /** The public key for {@code quarkus.oidc.public-key}, in Base64. */
    static String publicKey() {
        makeKeys();
        return System.getProperty(PUBLIC_KEY);
    }

    private static PrivateKey privateKey() {
        makeKeys();
        try {
            byte[] encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In system properties, because Quarkus loads this class more than once (one copy after the other). */
    private static void makeKeys() {
        synchronized (TestTokens.class) {
            if (System.getProperty(PRIVATE_KEY) != null) {
                return;
            }
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                KeyPair keys = generator.generateKeyPair();
                System.setProperty(
                        PUBLIC_KEY,
                        Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
                System.setProperty(
                        PRIVATE_KEY,
                        Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String hex(String name) {
        return String.format("%012x", name.hashCode() & 0xFFFFFFFFL);
    }
}
