package eu.urbact.infocus.portal.shell;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Pages with personal data, forms that are shown again, and all pages of somebody who has signed in are not stored anywhere; the application
 * form says the same of its pages as soon as something has been entered. The others are asked for again, except on the way back: going back to
 * the empty form finds the same form, so that sending it once more is recognised.
 */
@ApplicationScoped
class Caching {

    private static final List<String> PERSONAL =
            List.of("/org", "/partner", "/desk", "/en/my", "/en/invitation/", "/sign");

    private final Shell shell;

    Caching(Shell shell) {
        this.shell = shell;
    }

    @ServerResponseFilter
    void limit(ContainerRequestContext request, ContainerResponseContext response, RoutingContext routing) {
        if (response.getHeaders().containsKey(HttpHeaders.ETAG) && !variesWithCoding(response)) {
            // what is packed on the way has the same tag, which is a weak one
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        if (response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            return;
        }
        String path = routing.normalizedPath();
        boolean personal = shell.getVisitor().isSignedIn()
                || PERSONAL.stream().anyMatch(path::startsWith)
                || !request.getMethod().equals("GET");
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, personal ? "no-store" : "private, no-cache");
    }

    private static boolean variesWithCoding(ContainerResponseContext response) {
        return response.getHeaders().getOrDefault(HttpHeaders.VARY, List.of()).stream()
                .anyMatch(named -> named.toString().contains(HttpHeaders.ACCEPT_ENCODING));
    }
}
