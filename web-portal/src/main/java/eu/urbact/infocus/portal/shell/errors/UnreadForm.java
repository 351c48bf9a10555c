package eu.urbact.infocus.portal.shell.errors;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import eu.urbact.infocus.portal.shell.security.SignInAgain;

/** A form that was refused before it was read: who sends it is asked for first, and the session has ended. */
@ApplicationScoped
class UnreadForm {

    /** As many as are read of any form. */
    private static final int MOST_FIELDS = 1_000;

    private final String cookieName;
    private final String fieldName;

    UnreadForm(
            @ConfigProperty(name = "quarkus.rest-csrf.cookie-name") String cookieName,
            @ConfigProperty(name = "quarkus.rest-csrf.form-field-name") String fieldName) {
        this.cookieName = cookieName;
        this.fieldName = fieldName;
    }

    /**
     * Reads it, so that it can be sent again. Nothing for a form with files, one that cannot be read, and one without the secret of this
     * browser's forms: a page elsewhere must not get its own form made valid. Never fails.
     */
    Uni<List<SignInAgain.Line>> read(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        Cookie secret = request.getCookie(cookieName);
        if (secret == null
                || type == null
                || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED)
                // the limit of the length holds for what says its length beforehand, as every browser does
                || request.getHeader(HttpHeaders.CONTENT_LENGTH) == null
                || request.isEnded()) {
            return Uni.createFrom().item(List.of());
        }
        Future<Buffer> body = request.body();
        request.resume();
        return Uni.createFrom()
                .completionStage(body.toCompletionStage())
                .map(content -> fields(content.toString(StandardCharsets.UTF_8), secret.getValue()))
                .onFailure()
                .recoverWithItem(List.of());
    }

    private List<SignInAgain.Line> fields(String form, String secret) {
        List<String> pairs = Arrays.asList(form.split("&", MOST_FIELDS + 1));
        if (pairs.size() > MOST_FIELDS) {
            return List.of();
        }
        List<SignInAgain.Line> fields = pairs.stream().map(UnreadForm::field).toList();
        return fields.contains(new SignInAgain.Line(fieldName, secret))
                ? fields.stream()
                        .filter(field -> !field.name().equals(fieldName))
                        .toList()
                : List.of();
    }

    private static SignInAgain.Line field(String pair) {
        int end = pair.indexOf('=');
        return end < 0
                ? new SignInAgain.Line(decoded(pair), "")
                : new SignInAgain.Line(decoded(pair.substring(0, end)), decoded(pair.substring(end + 1)));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
