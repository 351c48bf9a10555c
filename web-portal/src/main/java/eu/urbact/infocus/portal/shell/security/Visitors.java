package eu.urbact.infocus.portal.shell.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import eu.urbact.infocus.portal.shell.Shell;

/**
 * Find out who is looking, before any page is made. Somebody without a session costs nothing, and a session that has ended, or cannot be
 * checked because Keycloak is down, makes an anonymous visitor: public pages are always shown. Pages that need a sign-in ask for it
 * themselves.
 */
@ApplicationScoped
public class Visitors {

    private static final String FORM_COOKIE = "infocus-csrf";

    private final CurrentIdentityAssociation identities;
    private final Shell shell;
    private final ObjectMapper json;

    Visitors(CurrentIdentityAssociation identities, Shell shell, ObjectMapper json) {
        this.identities = identities;
        this.shell = shell;
        this.json = json;
    }

    @ServerRequestFilter
    Uni<Void> before(ContainerRequestContext request, RoutingContext routing) {
        return recognise(routing);
    }

    /** Recognises the visitor; also for pages that are made before any filter has run, such as refusals. Never fails. */
    public Uni<Void> recognise(RoutingContext routing) {
        shell.show(routing.normalizedPath());
        Cookie forms = routing.request().getCookie(FORM_COOKIE);
        shell.protect(forms == null ? null : forms.getValue());
        boolean session = routing.request().cookies().stream()
                .anyMatch(cookie -> cookie.getName().equals(SignInSessions.SESSION_COOKIE));
        if (!session || shell.getVisitor().isSignedIn()) {
            return Uni.createFrom().voidItem();
        }
        return identities
                .getDeferredIdentity()
                .map(this::visitor)
                .onFailure()
                .recoverWithItem(Visitor.ANONYMOUS)
                .invoke(shell::welcome)
                .replaceWithVoid();
    }

    private Visitor visitor(SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            return Visitor.ANONYMOUS;
        }
        AccessTokenCredential credential = identity.getCredential(AccessTokenCredential.class);
        if (credential == null || credential.getToken() == null) {
            return Visitor.ANONYMOUS;
        }
        JsonNode claims = claims(credential.getToken());
        String name = claims.path("name").asText("");
        return new Visitor(
                name.isBlank() ? identity.getPrincipal().getName() : name,
                identity.getRoles(),
                cities(claims.path("organization")),
                credential.getToken());
    }

    /** The claim is a list of aliases, or an object with the aliases as names when ids are included; anything else is no city. */
    static List<String> cities(JsonNode organization) {
        TreeSet<String> cities = new TreeSet<>();
        if (organization.isObject()) {
            organization.fieldNames().forEachRemaining(cities::add);
        } else if (organization.isArray()) {
            organization.forEach(alias -> {
                if (alias.isTextual()) {
                    cities.add(alias.textValue());
                }
            });
        }
        return List.copyOf(cities);
    }

    /** Reads a token that the OIDC layer has verified already. */
    private JsonNode claims(String token) {
        String[] parts = token.split("\\.");
        try {
            return json.readTree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        } catch (JsonProcessingException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return json.createObjectNode();
        }
    }
}
