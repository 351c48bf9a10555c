package eu.urbact.infocus.portal.shell;

import jakarta.ws.rs.core.UriBuilder;

import org.jboss.resteasy.reactive.RestResponse;

/** Where a browser goes on after it has sent a form, so that a reload of that page sends nothing again. */
public final class Onward {

    private Onward() {}

    /**
     * To a page that says what has been done.
     *
     * @param path of the page, with one part in braces
     * @param part what stands for it
     * @param done code of what has been done; null when nothing has
     */
    public static RestResponse<String> to(String path, String part, String done) {
        UriBuilder page = UriBuilder.fromPath(path);
        return RestResponse.seeOther((done == null ? page : page.queryParam("done", done)).build(part));
    }
}
