package eu.urbact.infocus.portal.shell.security;

import java.util.List;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.HtmlPage;

/**
 * What somebody gets who sends a form after their session has ended. Not a redirect to Keycloak: it would drop the form, and a browser may
 * refuse to follow a form to another origin without a word.
 */
public final class SignInAgain {

    /** The portal's own check; the page writes a field of its own for it. */
    private static final String CSRF_FIELD = "csrf";

    private SignInAgain() {}

    /** The page for a form whose content could not be read. {@code path} can be opened as well; what it shows asks for the sign-in. */
    public static RestResponse<String> page(String path) {
        return page(path, List.of());
    }

    /** The page for any form that can be sent again as it is, with its fields. Only for one that had the secret of the browser's forms. */
    public static RestResponse<String> page(String path, List<Line> fields) {
        return page(path, fields, List.of());
    }

    /**
     * The page for a form that can be sent again as it is. Only for one that has passed the check against forged forms, because the page
     * makes it valid again.
     *
     * @param path where the form was sent to
     * @param sent its fields
     * @param lines what to show of them
     */
    public static RestResponse<String> page(String path, MultivaluedMap<String, String> sent, List<Line> lines) {
        List<Line> fields = sent.entrySet().stream()
                .filter(field -> !field.getKey().equals(CSRF_FIELD))
                .flatMap(field -> field.getValue().stream().map(value -> new Line(field.getKey(), value)))
                .toList();
        return page(path, fields, lines);
    }

    private static RestResponse<String> page(String path, List<Line> fields, List<Line> lines) {
        RestResponse<String> page = HtmlPage.of(401, Templates.signInAgain(path, fields, lines));
        page.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        return page;
    }

    /** A field with its value. */
    public record Line(String name, String text) {

        /** What is longer than a choice is worth being read, and copied if need be. */
        private static final int WORDS = 30;

        /** Whether somebody has written it, rather than chosen it. */
        public boolean isWritten() {
            return text.length() >= WORDS && text.indexOf(' ') >= 0;
        }
    }

    @CheckedTemplate(basePath = "shell")
    static class Templates {
        private Templates() {}

        static native TemplateInstance signInAgain(String path, List<Line> fields, List<Line> lines);
    }
}
