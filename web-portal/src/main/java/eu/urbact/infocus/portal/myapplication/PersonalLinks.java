package eu.urbact.infocus.portal.myapplication;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.http.HttpServerRequest;

import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.OwnApplication;
import eu.urbact.infocus.portal.shell.services.Services;

/** What is behind a personal link. A link that opens nothing is missing, whatever the cause: nobody learns which links there are. */
@ApplicationScoped
class PersonalLinks {

    /** How every link looks that was ever given out; anything else need not be asked about, and may not be a header's value at all. */
    private static final Pattern LINK = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    private final Services services;

    PersonalLinks(Services services) {
        this.services = services;
    }

    /** The application that the link opens. */
    Answer<OwnApplication> find(String token, HttpServerRequest request) {
        return ask(token, () -> services.registration(client -> client.ownApplication(token, address(request))));
    }

    /** Asks with the link, if it can be one at all. */
    <T> Answer<T> ask(String token, Supplier<Answer<T>> question) {
        return LINK.matcher(token).matches() ? question.get() : new Answer.Missing<>();
    }

    /** Where the person's browser is, for the service's rate limit. */
    static String address(HttpServerRequest request) {
        return request.remoteAddress().hostAddress();
    }
}
