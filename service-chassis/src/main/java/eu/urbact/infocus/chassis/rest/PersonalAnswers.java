package eu.urbact.infocus.chassis.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Whoever calls with a token, or with a link that somebody got in a mail, gets answers that no cache keeps: what they may see is nobody else's
 * business. Refusals are kept by none either, whoever calls, so that a link that opens nothing is answered as no link is. A resource that says
 * something else about its answer is believed.
 */
class PersonalAnswers {

    /** Behind all that say what may be kept, the lowest number being last: it only says what nobody has said. */
    private static final int LAST = 1;

    @ServerResponseFilter(priority = LAST)
    void keepOutOfCaches(ContainerRequestContext request, ContainerResponseContext response) {
        if ((isPersonal(request) || isRefusal(response))
                && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static boolean isRefusal(ContainerResponseContext response) {
        return response.getStatus() >= Response.Status.BAD_REQUEST.getStatusCode();
    }

    private static boolean isPersonal(ContainerRequestContext request) {
        return request.getHeaders().keySet().stream()
                .anyMatch(name -> name.equalsIgnoreCase(HttpHeaders.AUTHORIZATION)
                        || name.regionMatches(
                                true,
                                name.length() - CommonRefusals.LINK.length(),
                                CommonRefusals.LINK,
                                0,
                                CommonRefusals.LINK.length()));
    }
}
