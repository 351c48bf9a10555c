package eu.urbact.infocus.portal.shell;

import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestResponse;

/** A page with a status of its own, such as a form that is shown again with what is wrong. */
public final class HtmlPage {

    /** HTML in UTF-8. */
    public static final MediaType TYPE = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private HtmlPage() {}

    /** The page with this status. */
    public static RestResponse<String> of(int status, TemplateInstance page) {
        return RestResponse.ResponseBuilder.<String>create(status)
                .entity(page.render())
                .type(TYPE)
                .build();
    }
}
