package eu.urbact.infocus.chassis.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts, which tells whether they are the same as before without keeping or showing them. */
public final class Fingerprint {

    private final MessageDigest digest;

    /** A fingerprint of nothing yet. */
    public Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The whole fingerprint of one text. */
    public static String of(String text) {
        return of(text, 32);
    }

    /** The first bytes of the fingerprint of one text. */
    public static String of(String text, int bytes) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(text);
        return fingerprint.hex(bytes);
    }

    /** One more text; where it ends is told by nothing but the text itself. */
    public void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Its first bytes in hexadecimal digits; afterwards it is one of nothing again. */
    public String hex(int bytes) {
        return HexFormat.of().formatHex(digest.digest(), 0, bytes);
    }
}
