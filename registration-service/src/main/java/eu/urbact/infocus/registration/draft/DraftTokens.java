package eu.urbact.infocus.registration.draft;

import java.security.SecureRandom;
import java.util.Base64;

import eu.urbact.infocus.chassis.identity.Fingerprint;

/** Tokens of drafts: 256 random bits, of which only the hash is kept. */
final class DraftTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private DraftTokens() {}

    static String next() {
        byte[] token = new byte[BYTES];
        RANDOM.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    static String hash(String token) {
        return Fingerprint.of(token);
    }
}
