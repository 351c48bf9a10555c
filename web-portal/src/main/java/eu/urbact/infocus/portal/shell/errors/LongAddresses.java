package eu.urbact.infocus.portal.shell.errors;

import java.util.Optional;
import jakarta.ws.rs.core.Response;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses an address that nobody can mean before anybody reads it; {@link ErrorPages} says so on a page. */
class LongAddresses {

    /** Room for everything that can be chosen in a search at once, many times over. */
    static final int LONGEST = 32_768;

    @ServerRequestFilter(preMatching = true)
    Optional<RestResponse<Void>> refuse(RoutingContext routing) {
        return routing.request().uri().length() > LONGEST
                ? Optional.of(RestResponse.status(Response.Status.REQUEST_URI_TOO_LONG))
                : Optional.empty();
    }
}
