package eu.urbact.infocus.portal.shell.errors;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.ScriptRequests;
import eu.urbact.infocus.portal.shell.security.SignInAgain;

/**
 * A form whose sending came to nothing through no fault in it: what was entered is on the page, and one button sends it again as it is. Either
 * a service or Keycloak did not answer, or too much was asked from where the person is, or the check against forged forms has turned it away,
 * because its secret has ended while it was open or was replaced in another tab.
 */
@ApplicationScoped
class SendAgain {

    private static final int SECRET_BYTES = 16;
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{22}");

    /** The page's own field: a form that has it comes from a browser that was given a secret a moment ago. */
    private static final String MARKER = "sentAgain";

    private final SecureRandom random = new SecureRandom();
    private final Shell shell;
    private final String cookieName;
    private final String fieldName;
    private final Duration lasting;
    private final boolean secure;

    SendAgain(
            Shell shell,
            @ConfigProperty(name = "quarkus.rest-csrf.cookie-name") String cookieName,
            @ConfigProperty(name = "quarkus.rest-csrf.form-field-name") String fieldName,
            @ConfigProperty(name = "quarkus.rest-csrf.cookie-max-age") Duration lasting,
            @ConfigProperty(name = "quarkus.rest-csrf.cookie-force-secure") boolean secure) {
        this.shell = shell;
        this.cookieName = cookieName;
        this.fieldName = fieldName;
        this.lasting = lasting;
        this.secure = secure;
    }

    /**
     * The page for a form that was turned away, which gets a new secret by it. Only for one that the browser says was sent from a page of this
     * site: a page elsewhere must not get its own form made valid. Empty, too, as {@link #sent} is.
     */
    Optional<String> late(ContainerRequestContext request, RoutingContext routing) {
        return "same-origin".equals(request.getHeaderString("Sec-Fetch-Site"))
                ? sent(routing).map(fields -> page(400, fields, routing))
                : Optional.empty();
    }

    /**
     * The page.
     *
     * @param status 503 when a service did not answer, 429 when too much was asked, 400 when the form was open for too long
     */
    String page(int status, List<SignInAgain.Line> fields, RoutingContext routing) {
        String secret = secret(routing);
        shell.protect(secret);
        String query = routing.request().query();
        return Templates.sendAgain(
                        status,
                        routing.normalizedPath() + (query == null ? "" : "?" + query),
                        fieldName,
                        secret,
                        MARKER,
                        fields.stream()
                                .filter(field -> !field.name().equals(MARKER))
                                .toList())
                .render();
    }

    /**
     * What was sent. Empty for what a script sent, a form with files, one that could not be read, and one from a browser that keeps no cookies,
     * which would get the page for ever.
     */
    Optional<List<SignInAgain.Line>> sent(RoutingContext routing) {
        if (ScriptRequests.isScript(routing)) {
            return Optional.empty();
        }
        // filters of answers see the request without its form
        ResteasyReactiveRequestContext context = CurrentRequestManager.get();
        FormData form = context == null ? null : context.getFormData();
        if (form == null || (form.contains(MARKER) && routing.request().getCookie(cookieName) == null)) {
            return Optional.empty();
        }
        List<SignInAgain.Line> fields = new ArrayList<>();
        for (String name : form) {
            if (name.equals(fieldName) || name.equals(MARKER)) {
                continue;
            }
            for (FormValue value : form.get(name)) {
                if (value.isFileItem()) {
                    return Optional.empty();
                }
                fields.add(new SignInAgain.Line(name, value.getValue()));
            }
        }
        return Optional.of(fields);
    }

    /** The secret of the browser's forms; a new one, if it has none that can be one. */
    private String secret(RoutingContext routing) {
        Cookie kept = routing.request().getCookie(cookieName);
        if (kept != null && SECRET.matcher(kept.getValue()).matches()) {
            return kept.getValue();
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        routing.response()
                .addCookie(Cookie.cookie(cookieName, secret)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(secure || routing.request().isSSL())
                        .setMaxAge(lasting.toSeconds()));
        return secret;
    }

    @CheckedTemplate(basePath = "shell")
    static class Templates {
        private Templates() {}

        static native TemplateInstance sendAgain(
                int status, String path, String fieldName, String secret, String marker, List<SignInAgain.Line> fields);
    }
}
