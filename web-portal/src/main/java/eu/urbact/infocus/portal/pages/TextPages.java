package eu.urbact.infocus.portal.pages;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** Pages that are text and need no service. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class TextPages {

    TextPages() {}

    /** What the network is. */
    @GET
    @Path("en/network")
    public TemplateInstance network() {
        return Templates.network();
    }

    /** Accessibility statement. */
    @GET
    @Path("en/accessibility")
    public TemplateInstance accessibility() {
        return Templates.accessibility();
    }

    /** Privacy notice. */
    @GET
    @Path("en/privacy")
    public TemplateInstance privacy() {
        return Templates.privacy();
    }

    /** Legal notice. */
    @GET
    @Path("en/legal")
    public TemplateInstance legal() {
        return Templates.legal();
    }

    @CheckedTemplate(basePath = "pages")
    static class Templates {
        private Templates() {}

        static native TemplateInstance network();

        static native TemplateInstance accessibility();

        static native TemplateInstance privacy();

        static native TemplateInstance legal();
    }
}
