package eu.urbact.infocus.chassis.security;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who is calling. The cities come from the claim {@code organization} alone, in either form that Keycloak writes (a list of
 * aliases, or an object keyed by alias); without the claim there are none.
 */
@ApplicationScoped
public class Caller {

    private static final String ORGANIZATION = "organization";
    private static final String ACCOUNT_NAME = "preferred_username";
    private static final String PUBLIC = "public";

    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;

    Caller(SecurityIdentity identity, CurrentVertxRequest request) {
        this.identity = identity;
        this.request = request;
    }

    /** The ids of the partner cities the caller belongs to. */
    public Set<String> cities() {
        return inRequest() ? citiesOf(identity) : Set.of();
    }

    /** The cities of this identity, for checks that run before it is the current one. */
    public static Set<String> citiesOf(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token ? cities(token.getClaim(ORGANIZATION)) : Set.of();
    }

    public boolean memberOf(String cityId) {
        return cityId != null && cities().contains(cityId);
    }

    public boolean isOrganiser() {
        return inRequest() && identity.hasRole(Roles.ORGANISER);
    }

    /** For the audit trail: {@code user:<subject>}, {@code client:<id>}, {@code public} or, outside a request, {@code system}. */
    public String actor() {
        if (!inRequest()) {
            return "system";
        }
        if (identity.isAnonymous()) {
            return PUBLIC;
        }
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            String client = token.getClaim("client_id");
            return client != null ? "client:" + client : "user:" + token.getSubject();
        }
        return "user:" + identity.getPrincipal().getName();
    }

    /**
     * For the audit trail, where something follows from what somebody does with an account or with a signed link.
     *
     * @param holder what whoever has a link is called there, e.g. {@code applicant}
     * @return as {@link #actor()}, but the holder instead of {@code public}
     */
    public String actorOr(String holder) {
        String actor = actor();
        return actor.equals(PUBLIC) ? holder : actor;
    }

    /** The name of the caller's account, as colleagues know it; nothing outside a request and for accounts without one. */
    public Optional<String> accountName() {
        return inRequest() && identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.ofNullable(token.getClaim(ACCOUNT_NAME))
                : Optional.empty();
    }

    /** Scheduled work and message consumers have a request context, too, but no HTTP request in it. */
    private boolean inRequest() {
        return Arc.container().requestContext().isActive() && request.getCurrent() != null;
    }

    static Set<String> cities(Object claim) {
        Set<String> cities = new TreeSet<>();
        if (claim instanceof JsonObject byAlias) {
            cities.addAll(byAlias.keySet());
        } else if (claim instanceof JsonArray aliases) {
            for (JsonValue alias : aliases) {
                if (alias instanceof JsonString text) {
                    cities.add(text.getString());
                }
            }
        } else if (claim instanceof JsonString alias) {
            cities.add(alias.getString());
        } else if (claim instanceof Map<?, ?> byAlias) {
            byAlias.keySet().forEach(alias -> cities.add(alias.toString()));
        } else if (claim instanceof Collection<?> aliases) {
            cities.addAll(cities(new LinkedHashSet<>(aliases).toArray()));
        } else if (claim instanceof Object[] aliases) {
            for (Object alias : aliases) {
                cities.add(alias instanceof JsonString text ? text.getString() : alias.toString());
            }
        } else if (claim instanceof String alias) {
            cities.add(alias);
        }
        return cities;
    }
}
