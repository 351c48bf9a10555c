package eu.urbact.infocus.portal.shell.security;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;

/**
 * Keeps the tokens of Keycloak in this process and gives the browser a random key of 256 bits instead. A session ends with the process,
 * with sign-out, or when it has not been used for a while (cache {@code sign-in-sessions}); signing in again is then a redirect that
 * Keycloak usually answers without asking. Several portal instances therefore need sticky sessions.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class SignInSessions implements TokenStateManager {

    static final String SESSION_COOKIE = "q_session";

    private static final int KEY_BYTES = 32;

    private final CaffeineCache sessions;
    private final SecureRandom random = new SecureRandom();

    SignInSessions(@CacheName("sign-in-sessions") Cache sessions) {
        this.sessions = sessions.as(CaffeineCache.class);
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext routingContext,
            OidcTenantConfig oidcConfig,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> requestContext) {
        return Uni.createFrom().item(() -> {
            byte[] bytes = new byte[KEY_BYTES];
            random.nextBytes(bytes);
            String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            CompletableFuture<AuthorizationCodeTokens> renewed = CompletableFuture.completedFuture(tokens);
            sessions.put(key, renewed);
            carryOver(routingContext, oidcConfig, renewed);
            return key;
        });
    }

    /**
     * A refresh token works once. Requests that were sent with the old key while the tokens were being renewed find the new ones too,
     * instead of trying the used one. Never after a sign-in: a key that was planted in the browser must not become valid.
     */
    private void carryOver(
            RoutingContext routing, OidcTenantConfig config, CompletableFuture<AuthorizationCodeTokens> renewed) {
        boolean signIn = routing.normalizedPath()
                .equals(config.authentication().redirectPath().orElse(null));
        Cookie old = routing.request().getCookie(SESSION_COOKIE);
        if (!signIn && old != null && sessions.getIfPresent(old.getValue()) != null) {
            sessions.put(old.getValue(), renewed);
        }
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext routingContext,
            OidcTenantConfig oidcConfig,
            String tokenState,
            OidcRequestContext<AuthorizationCodeTokens> requestContext) {
        CompletableFuture<AuthorizationCodeTokens> tokens = sessions.getIfPresent(tokenState);
        if (tokens == null) {
            return Uni.createFrom().failure(new AuthenticationFailedException("The session has ended"));
        }
        return Uni.createFrom().completionStage(tokens);
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext routingContext,
            OidcTenantConfig oidcConfig,
            String tokenState,
            OidcRequestContext<Void> requestContext) {
        return sessions.invalidate(tokenState);
    }
}
