package eu.urbact.infocus.chassis.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * No token, or one that does not count here: 401 with the challenge. Stands before the problem library's own mappers, which were
 * compiled against another Quarkus and fail on this one.
 */
class UnauthenticatedMapper {

    /** Ahead of the library's mappers; the lowest number is asked first. */
    private static final int BEFORE_THE_LIBRARY = 1;

    @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
    Response map(UnauthorizedException noToken) {
        return unauthenticated();
    }

    @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
    Response map(AuthenticationFailedException badToken) {
        return unauthenticated();
    }

    private static Response unauthenticated() {
        return Problems.builder(CommonProblem.UNAUTHENTICATED)
                .withDetail("Send a valid access token for this service as bearer token.")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build()
                .toResponse();
    }
}
