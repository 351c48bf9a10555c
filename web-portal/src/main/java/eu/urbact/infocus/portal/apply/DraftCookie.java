package eu.urbact.infocus.portal.apply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriBuilder;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a browser keeps the token of its draft: a cookie that no script can read and that goes to the pages of this one workshop. Not strict,
 * because people come back from a mail or a search.
 */
@ApplicationScoped
class DraftCookie {

    static final String NAME = "infocus-draft";

    /** How every token looks; anything else need not be asked about, and may not be a header's value at all. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /** Stands in the place of the token of a draft that has been sent: the second click of a double click comes with it. */
    private static final String SENT = "sent";

    private static final int TEN_MINUTES = 600;

    private final boolean secure;
    private final Clock clock;

    DraftCookie(@ConfigProperty(name = "infocus.draft.cookie-force-secure") boolean secure, Clock clock) {
        this.secure = secure;
        this.clock = clock;
    }

    /** The token that the browser has sent. */
    Optional<String> of(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(NAME))
                .map(Cookie::getValue)
                .filter(token -> TOKEN.matcher(token).matches() && !token.equals(SENT));
    }

    /** Whether this browser has sent its draft a moment ago. */
    boolean wasSent(HttpServerRequest request) {
        Cookie cookie = request.getCookie(NAME);
        return cookie != null && SENT.equals(cookie.getValue());
    }

    /** There is no draft any more, because it has been sent. */
    NewCookie sent(String slug) {
        return cookie(slug, SENT, TEN_MINUTES);
    }

    /** Lasts as long as the draft. */
    NewCookie keep(String slug, String token, Instant expiresAt) {
        return cookie(
                slug, token, (int) Duration.between(clock.instant(), expiresAt).toSeconds());
    }

    /** Takes the cookie out of the browser. */
    NewCookie drop(String slug) {
        return cookie(slug, "", 0);
    }

    private NewCookie cookie(String slug, String token, int seconds) {
        return new NewCookie.Builder(NAME)
                .value(token)
                .path(UriBuilder.fromPath("/en/w/{slug}").build(slug).toString())
                .maxAge(seconds)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
