package eu.urbact.infocus.portal.desk;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;

import eu.urbact.infocus.portal.shell.FormErrors;

/**
 * What organisers have searched for: names and mail addresses, which do not belong into addresses of pages, browser histories and logs of
 * proxies. They stay here for a while, and the address of the list holds a random key.
 */
@ApplicationScoped
class Searches {

    /** What registration-service takes. */
    private static final int LONGEST = 100;

    static final FormErrors TOO_LONG = new FormErrors(
            List.of(new FormErrors.Entry("q", "Name, organisation or address: at most " + LONGEST + " characters.")));

    private static final int KEY_BYTES = 16;

    private final CaffeineCache words;
    private final SecureRandom random = new SecureRandom();

    Searches(@CacheName("desk-searches") Cache words) {
        this.words = words.as(CaffeineCache.class);
    }

    static boolean isTooLong(String text) {
        return text.strip().length() > LONGEST;
    }

    /** Keeps the words of a search and returns the key to them; nothing is kept, and the key is empty, when there are none. */
    String keep(String text) {
        if (text.isBlank()) {
            return "";
        }
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        words.put(key, CompletableFuture.completedFuture(text.strip()));
        return key;
    }

    /** The words of a search; empty when they have been forgotten or there were none. */
    String words(String key) {
        CompletableFuture<String> found = key.isEmpty() ? null : words.getIfPresent(key);
        return found == null ? "" : found.getNow("");
    }
}
