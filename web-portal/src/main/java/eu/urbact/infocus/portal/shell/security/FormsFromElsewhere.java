package eu.urbact.infocus.portal.shell.security;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import eu.urbact.infocus.portal.shell.PortalAddress;

/**
 * Refuses what a page of another site sends, whatever secret comes with it: a host of the same domain can set the cookie of the secret, too, and
 * its forms come with the session. The browser says where a form was sent from, and no page can make it say something else.
 *
 * <p>Browsers tell the relation of the sites over TLS and on localhost. Without that the origin counts. It is {@code null} for the portal's own
 * pages, because they send no referrer, so it says nothing then; nor does its absence, which means that no browser has sent it. What passes still
 * needs the secret.
 */
class FormsFromElsewhere {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** From the portal's own pages, or by somebody who has sent it again by hand. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private static final String UNSAID = "null";

    private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443);

    private final PortalAddress address;

    FormsFromElsewhere(PortalAddress address) {
        this.address = address;
    }

    /** The refusal is empty; it becomes the same page as that of a wrong secret. */
    @ServerRequestFilter(preMatching = true)
    Optional<RestResponse<Void>> refuse(ContainerRequestContext request, RoutingContext routing) {
        if (READING.contains(request.getMethod())) {
            return Optional.empty();
        }
        // scheme and host as a proxy forwards them count only when it is trusted
        HostAndPort host = routing.request().authority();
        String own = host == null ? "" : routing.request().scheme() + "://" + host;
        return isElsewhere(
                        request.getHeaderString("Sec-Fetch-Site"),
                        request.getHeaderString("Origin"),
                        own,
                        address.uri().toString())
                ? Optional.of(RestResponse.status(Response.Status.BAD_REQUEST))
                : Optional.empty();
    }

    /**
     * Whether it comes from another site.
     *
     * @param site what the browser says about the relation, or null
     * @param origin what it says about where it was sent from, or null
     * @param own addresses of the portal
     */
    static boolean isElsewhere(String site, String origin, String... own) {
        if (site != null) {
            return !OWN.contains(site);
        }
        if (origin == null || origin.equals(UNSAID)) {
            return false;
        }
        String from = origin(origin);
        if (from.isEmpty()) {
            return true;
        }
        for (String address : own) {
            if (from.equals(origin(address))) {
                return false;
            }
        }
        return true;
    }

    /** Scheme, host and port of an address in one spelling; empty for what is none. */
    private static String origin(String address) {
        try {
            URI uri = URI.create(address);
            if (uri.getScheme() == null || uri.getHost() == null) {
                return "";
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            int port = uri.getPort() < 0 ? PORTS.getOrDefault(scheme, -1) : uri.getPort();
            return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
