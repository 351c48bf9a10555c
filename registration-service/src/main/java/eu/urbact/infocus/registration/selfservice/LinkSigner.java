package eu.urbact.infocus.registration.selfservice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and checks links: purpose, application and link version, followed by the first 128 bits of their HMAC-SHA256. Nothing is
 * stored; a link is revoked by raising the application's link version.
 */
final class LinkSigner {

    /** What a link says once its signature has been checked. */
    record Link(UUID applicationId, int version) {}

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BODY = 1 + Long.BYTES * 2 + Integer.BYTES;
    private static final int SIGNATURE = 16;

    private final SecretKeySpec key;

    LinkSigner(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    String sign(LinkPurpose purpose, UUID applicationId, int version) {
        byte[] body = ByteBuffer.allocate(BODY)
                .put(purpose.code())
                .putLong(applicationId.getMostSignificantBits())
                .putLong(applicationId.getLeastSignificantBits())
                .putInt(version)
                .array();
        byte[] token = ByteBuffer.allocate(BODY + SIGNATURE)
                .put(body)
                .put(signature(body))
                .array();
        return encoded(token);
    }

    private static String encoded(byte[] token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Empty for anything that was not signed here for this purpose; why, nobody is told. */
    Optional<Link> check(LinkPurpose purpose, String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        // the decoder takes padding and odd last letters for the same bytes; a link has one spelling
        if (bytes.length != BODY + SIGNATURE || !encoded(bytes).equals(token)) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOf(bytes, BODY);
        // compares in constant time, so that nobody can guess a signature byte by byte
        if (!MessageDigest.isEqual(signature(body), Arrays.copyOfRange(bytes, BODY, bytes.length))
                || body[0] != purpose.code()) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(body, 1, BODY - 1);
        return Optional.of(new Link(new UUID(read.getLong(), read.getLong()), read.getInt()));
    }

    private byte[] signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(body), SIGNATURE);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
