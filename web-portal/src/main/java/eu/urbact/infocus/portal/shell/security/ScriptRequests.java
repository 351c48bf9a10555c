package eu.urbact.infocus.portal.shell.security;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;

/**
 * Recognises requests of htmx. A redirect to Keycloak cannot be followed by a script (another origin), so such a request gets status 499
 * when the session has ended, and the page reloads itself.
 */
@ApplicationScoped
public class ScriptRequests implements JavaScriptRequestChecker {

    @Override
    public boolean isJavaScriptRequest(RoutingContext context) {
        return isScript(context);
    }

    /** Whether a script has sent this request. */
    public static boolean isScript(RoutingContext context) {
        return context.request().getHeader("HX-Request") != null;
    }
}
