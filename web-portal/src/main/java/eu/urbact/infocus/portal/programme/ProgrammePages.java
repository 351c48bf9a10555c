package eu.urbact.infocus.portal.programme;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Programme;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.Workshop;

/** The released programme. Which items are on it is decided by event-service, from the token of the visitor. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ProgrammePages {

    private final Services services;
    private final Shell shell;

    ProgrammePages(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** The programme, grouped by day and start time. */
    @GET
    @Path("en/w/{slug}/programme")
    public TemplateInstance programme(@PathParam("slug") String slug) {
        String bearer = shell.getVisitor().bearer();
        Workshop workshop =
                services.event(client -> client.workshop(slug, bearer)).orThrow();
        Answer<Programme> programme = services.event(client -> client.programme(slug, bearer));
        return Templates.programme(workshop, programme);
    }

    @CheckedTemplate(basePath = "programme")
    static class Templates {
        private Templates() {}

        static native TemplateInstance programme(Workshop workshop, Answer<Programme> programme);
    }
}
