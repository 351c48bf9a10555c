package eu.urbact.infocus.portal.shell;

import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.services.Answer;

/**
 * The links by which people reach what is theirs. The token in such an address is the only key, so it goes to a service as a header and
 * never into a log. A link that opens nothing is missing, whatever the cause: nobody learns which links there are.
 */
public final class PersonalLinks {

    /** How every link looks that was ever given out; anything else need not be asked about, and may not be a header's value at all. */
    private static final Pattern LINK = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    private PersonalLinks() {}

    /** Asks with the link, if it can be one at all. */
    public static <T> Answer<T> ask(String token, Supplier<Answer<T>> question) {
        return LINK.matcher(token).matches() ? question.get() : new Answer.Missing<>();
    }

    /** Where the person's browser is, for the service's rate limit. */
    public static String address(HttpServerRequest request) {
        return request.remoteAddress().hostAddress();
    }

    /** The same page for every link that opens nothing. */
    public static RestResponse<String> unknown() {
        return HtmlPage.of(404, Templates.unknownLink());
    }

    @CheckedTemplate(basePath = "shell")
    static class Templates {
        private Templates() {}

        static native TemplateInstance unknownLink();
    }
}
