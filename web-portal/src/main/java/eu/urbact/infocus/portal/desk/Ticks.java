package eu.urbact.infocus.portal.desk;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;

/**
 * What was ticked and entered beside a list, while its other pages are looked at: kept here for a while, and the address of the page holds a
 * random key. So going through the pages of a list needs no scripts, and going back in the browser sends nothing again.
 */
@ApplicationScoped
class Ticks {

    private final CaffeineCache forms;

    Ticks(@CacheName("desk-ticks") Cache forms) {
        this.forms = forms.as(CaffeineCache.class);
    }

    /** Keeps what was entered and returns the key to it. */
    String keep(StagingForm form) {
        String key = UUID.randomUUID().toString();
        forms.put(key, CompletableFuture.completedFuture(form));
        return key;
    }

    /** What was kept under a key; empty when it has been forgotten or never was. */
    Optional<StagingForm> of(String key) {
        CompletableFuture<StagingForm> found = key.isEmpty() ? null : forms.getIfPresent(key);
        return found == null ? Optional.empty() : Optional.ofNullable(found.getNow(null));
    }
}
