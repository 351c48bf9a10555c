package eu.urbact.infocus.portal.shell.errors;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.oidc.OIDCException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.common.core.AbstractResteasyReactiveContext;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.multipart.FormEncodedDataDefinition;

import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.WithdrawnPage;
import eu.urbact.infocus.portal.shell.security.ScriptRequests;
import eu.urbact.infocus.portal.shell.security.SignInAgain;
import eu.urbact.infocus.portal.shell.security.Visitors;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.RefusedException;
import eu.urbact.infocus.portal.shell.services.ServiceDownException;

/** Turns everything that goes wrong into a page. What happened inside is in the log, never on the page. */
@ApplicationScoped
public class ErrorPages {

    private static final Logger LOG = Logger.getLogger(ErrorPages.class);

    private static final int TOO_MANY = 429;

    /** As the page says it: a minute. */
    private static final int WAIT_SECONDS = 60;

    private final Visitors visitors;
    private final SendAgain sendAgain;
    private final UnreadForm unreadForm;
    private final KeycloakReach keycloak;

    ErrorPages(Visitors visitors, SendAgain sendAgain, UnreadForm unreadForm, KeycloakReach keycloak) {
        this.visitors = visitors;
        this.sendAgain = sendAgain;
        this.unreadForm = unreadForm;
        this.keycloak = keycloak;
    }

    @ServerExceptionMapper
    Uni<RestResponse<String>> missing(NotFoundException e, RoutingContext routing) {
        return page(404, routing);
    }

    @ServerExceptionMapper
    Uni<RestResponse<String>> forbidden(ForbiddenException e, RoutingContext routing) {
        return page(403, routing);
    }

    @ServerExceptionMapper
    Uni<RestResponse<String>> forbidden(io.quarkus.security.ForbiddenException e, RoutingContext routing) {
        return page(403, routing);
    }

    @ServerExceptionMapper
    Uni<RestResponse<String>> down(ServiceDownException e, RoutingContext routing) {
        return later(503, routing);
    }

    @ServerExceptionMapper
    Uni<RestResponse<String>> refused(RefusedException e, RoutingContext routing) {
        Problem problem = e.problem();
        if (problem.isSlowedDown()) {
            return later(TOO_MANY, routing);
        }
        // whichever page was to say something about such a cluster says why it cannot
        return problem.isWithdrawnCluster()
                ? visitors.recognise(routing)
                        .map(done -> page(
                                problem.status(),
                                WithdrawnPage.of(problem, null).render()))
                : page(problem.status(), routing);
    }

    @ServerExceptionMapper
    Uni<RestResponse<String>> signIn(UnauthorizedException e, RoutingContext routing) {
        return signIn(routing);
    }

    @ServerExceptionMapper
    Uni<RestResponse<String>> signIn(AuthenticationFailedException e, RoutingContext routing) {
        return isUnreachable(e) ? keycloakDown(e, routing) : signIn(routing);
    }

    @ServerExceptionMapper
    RestResponse<String> signInFailed(AuthenticationCompletionException e) {
        return page(401);
    }

    @ServerExceptionMapper
    Uni<RestResponse<String>> keycloakFails(OIDCException e, RoutingContext routing) {
        return keycloakDown(e, routing);
    }

    @ServerExceptionMapper
    Uni<RestResponse<String>> other(WebApplicationException e, RoutingContext routing) {
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return Uni.createFrom()
                    .item(RestResponse.ResponseBuilder.<String>create(status)
                            .location(e.getResponse().getLocation())
                            .build());
        }
        return page(status, routing);
    }

    @ServerExceptionMapper
    Uni<RestResponse<String>> unexpected(Throwable e, RoutingContext routing) {
        if (isUnreadableForm(e)) {
            return page(400, routing);
        }
        LOG.error("A page failed", e);
        return Uni.createFrom().item(page(500));
    }

    /**
     * A form that cannot be decoded or has too many fields comes as a plain exception; only where it was thrown tells it apart. Whatever
     * goes on with the request once its form has been read may have been called from there, too, and is not meant.
     */
    static boolean isUnreadableForm(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> Arrays.stream(cause.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .takeWhile(where -> !where.equals(AbstractResteasyReactiveContext.class.getName()))
                        .anyMatch(where -> where.startsWith(FormEncodedDataDefinition.class.getName())));
    }

    /**
     * Refusals that come without a page, such as those of the check against forged forms. A form of this site that was open for longer than
     * its secret lasts comes back to be sent again.
     */
    @ServerResponseFilter
    void fillEmptyRefusals(ContainerRequestContext request, ContainerResponseContext response, RoutingContext routing) {
        if (response.getStatus() >= 400 && !response.hasEntity()) {
            boolean form = request.getMethod().equals("POST");
            String page = response.getStatus() == 400 && form
                    ? sendAgain.late(request, routing).orElseGet(() -> html(400, true))
                    : html(response.getStatus(), form);
            response.setEntity(page, null, HtmlPage.TYPE);
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    /** Whether the session could not be renewed because Keycloak cannot be reached: signing in anew would come to nothing, too. */
    private static boolean isUnreachable(AuthenticationFailedException e) {
        return Stream.iterate(e.getCause(), Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof IOException || cause instanceof TimeoutException);
    }

    /** The session stays; whoever has sent a form finds what was entered on the page, and sends it again when Keycloak is back. */
    private Uni<RestResponse<String>> keycloakDown(Exception e, RoutingContext routing) {
        LOG.warnf("Keycloak does not answer: %s", Objects.requireNonNullElse(e.getCause(), e));
        Uni<List<SignInAgain.Line>> sent = isForm(routing) && !ScriptRequests.isScript(routing)
                ? unreadForm.read(routing)
                : Uni.createFrom().item(List.of());
        return sent.chain(fields -> visitors.recognise(routing)
                .map(done -> page(
                        503, fields.isEmpty() ? html(503, isForm(routing)) : sendAgain.page(503, fields, routing))));
    }

    /** Sends the browser to Keycloak; says so when Keycloak does not answer. Whoever sends a form gets a page that keeps it instead. */
    private Uni<RestResponse<String>> signIn(RoutingContext routing) {
        if (isForm(routing) && !ScriptRequests.isScript(routing)) {
            return unreadForm.read(routing).chain(fields -> visitors.recognise(routing)
                    .map(done -> SignInAgain.page(routing.normalizedPath(), fields)));
        }
        HttpAuthenticator authenticator = routing.get(HttpAuthenticator.class.getName());
        if (authenticator == null) {
            return Uni.createFrom().item(page(401));
        }
        return keycloak.check()
                .chain(reached -> reached
                        ? authenticator.getChallenge(routing).map(ErrorPages::redirect)
                        : Uni.createFrom().item(page(503)))
                .onFailure()
                .recoverWithItem(() -> page(503));
    }

    private static RestResponse<String> redirect(ChallengeData challenge) {
        if (challenge == null || challenge.status == 401) {
            return page(401);
        }
        RestResponse.ResponseBuilder<String> response = RestResponse.ResponseBuilder.create(challenge.status);
        challenge.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** What can be done later: whoever has sent a form finds what was entered on the page, and sends it again from there. */
    private Uni<RestResponse<String>> later(int status, RoutingContext routing) {
        // who recognises the visitor may go on elsewhere, where the form is not known
        Optional<List<SignInAgain.Line>> sent = isForm(routing) ? sendAgain.sent(routing) : Optional.empty();
        return visitors.recognise(routing)
                .map(done -> page(
                        status,
                        sent.map(fields -> sendAgain.page(status, fields, routing))
                                .orElseGet(() -> html(status, isForm(routing)))));
    }

    /** A refusal in the frame of whoever has signed in. */
    private Uni<RestResponse<String>> page(int status, RoutingContext routing) {
        return visitors.recognise(routing).map(done -> page(status, isForm(routing)));
    }

    private static RestResponse<String> page(int status) {
        return page(status, false);
    }

    private static boolean isForm(RoutingContext routing) {
        return routing.request().method().equals(HttpMethod.POST);
    }

    private static RestResponse<String> page(int status, boolean form) {
        return page(status, html(status, form));
    }

    private static RestResponse<String> page(int status, String html) {
        RestResponse.ResponseBuilder<String> page = RestResponse.ResponseBuilder.<String>create(status)
                .entity(html)
                .type(HtmlPage.TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return (status == TOO_MANY ? page.header(HttpHeaders.RETRY_AFTER, WAIT_SECONDS) : page).build();
    }

    private static String html(int status, boolean form) {
        return Templates.error(status, form).render();
    }

    @CheckedTemplate(basePath = "shell")
    static class Templates {
        private Templates() {}

        static native TemplateInstance error(int status, boolean form);
    }
}
