package eu.urbact.infocus.portal.pages;

import java.util.List;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.OwnDataClient;
import eu.urbact.infocus.portal.shell.services.PersonalField;
import eu.urbact.infocus.portal.shell.services.Services;

/** Pages that are text; what a service adds to one may be missing. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class TextPages {

    private final Services services;

    TextPages(Services services) {
        this.services = services;
    }

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
        return Templates.privacy(services.ownData(OwnDataClient::personalFields));
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

        static native TemplateInstance privacy(Answer<List<PersonalField>> fields);

        static native TemplateInstance legal();
    }
}
