package eu.urbact.infocus.chassis.security;

import java.util.regex.Pattern;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.security.UnauthorizedException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Where only callers with a token have any business, whoever comes without one is asked for it, before anything is said about the address and what
 * they have sent. Whether a token suffices is for the operation itself.
 */
class AnonymousCallers {

    private static final Pattern WITH_TOKEN = Pattern.compile("/?api/v1/(admin|partner|desk|internal)/.*");

    @ServerRequestFilter(preMatching = true)
    void askForToken(ContainerRequestContext request) {
        if (request.getHeaderString(HttpHeaders.AUTHORIZATION) == null
                && WITH_TOKEN.matcher(request.getUriInfo().getPath()).matches()) {
            throw new UnauthorizedException();
        }
    }
}
