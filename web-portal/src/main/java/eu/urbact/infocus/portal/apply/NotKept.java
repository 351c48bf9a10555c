package eu.urbact.infocus.portal.apply;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import eu.urbact.infocus.portal.shell.FormErrors;

/**
 * What the draft has not taken in, such as a text far too long, what another window has overtaken, or anything while registration-service does
 * not answer: remembered for the page that shows it again, in memory and for a short time. It belongs to the browser with the cookie that protects forms, because without a draft
 * there may be no other. The largest forms of many people fit; if it is ever more, the oldest is given up.
 */
@ApplicationScoped
class NotKept {

    /**
     * What a page has sent, and why it was not taken in.
     *
     * @param overtaken whether the draft was saved in another window since the page was opened
     */
    record Entered(ApplyForm form, FormErrors errors, boolean overtaken) {

        @Override
        public String toString() {
            return "Entered";
        }
    }

    private record Key(String browser, String slug, Step step) {}

    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    /** In characters: a large part of them needs one byte, all others two. */
    private static final long MOST = 16_000_000;

    private static final int ALWAYS = 1_000;

    private final String cookieName;
    private final Cache<Key, Entered> remembered = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumWeight(MOST)
            .weigher((Key key, Entered entered) ->
                    ALWAYS + key.slug().length() + entered.form().length())
            .build();

    NotKept(@ConfigProperty(name = "quarkus.rest-csrf.cookie-name") String cookieName) {
        this.cookieName = cookieName;
    }

    void keep(HttpServerRequest request, String slug, Step step, Entered entered) {
        key(request, slug, step).ifPresent(key -> remembered.put(key, entered));
    }

    Optional<Entered> of(HttpServerRequest request, String slug, Step step) {
        return key(request, slug, step).map(remembered::getIfPresent);
    }

    /** The page was saved in the meantime. */
    void forget(HttpServerRequest request, String slug, Step step) {
        key(request, slug, step).ifPresent(remembered::invalidate);
    }

    /**
     * A page was saved over a state of the draft, which is another state now. What waits for other pages and was entered over the same one
     * goes on from there: nobody else has changed anything.
     *
     * @param saved what was saved
     * @param state of the draft with it
     */
    void goOn(HttpServerRequest request, String slug, ApplyForm saved, String state) {
        for (Step step : Step.values()) {
            of(request, slug, step)
                    .filter(entered -> !entered.overtaken() && entered.form().hasSeenSameAs(saved))
                    .ifPresent(entered -> keep(
                            request, slug, step, new Entered(entered.form().seeing(state), entered.errors(), false)));
        }
    }

    /** Nothing of the form is needed any more. */
    void forget(HttpServerRequest request, String slug) {
        Arrays.stream(Step.values()).forEach(step -> forget(request, slug, step));
    }

    private Optional<Key> key(HttpServerRequest request, String slug, Step step) {
        return Optional.ofNullable(request.getCookie(cookieName))
                .map(Cookie::getValue)
                .map(browser -> new Key(browser, slug, step));
    }
}
