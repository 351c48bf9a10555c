package eu.urbact.infocus.portal.workshop;

import java.time.Clock;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.services.Agenda;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Programme;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.Workshop;

/** The list of workshops, and a workshop's own page. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class WorkshopPages {

    private final Services services;
    private final Shell shell;
    private final Clock clock;

    WorkshopPages(Services services, Shell shell, Clock clock) {
        this.services = services;
        this.shell = shell;
        this.clock = clock;
    }

    /** All workshops of the series: those to come, then those that are over. */
    @GET
    @Path("en/workshops")
    public TemplateInstance workshops() {
        Answer<Page<Workshop>> workshops = services.event(client -> client.workshops());
        return Templates.workshops(workshops.map(page -> Agenda.of(page, clock.instant())));
    }

    /** One workshop. */
    @GET
    @Path("en/w/{slug}")
    public TemplateInstance workshop(@PathParam("slug") String slug) {
        String bearer = shell.getVisitor().bearer();
        Workshop workshop =
                services.event(client -> client.workshop(slug, bearer)).orThrow();
        Answer<Programme> programme = services.event(client -> client.programme(slug, bearer));
        Answer<Call> call = services.callOf(slug);
        boolean over = call.map(found -> found.isOver(clock.instant())).or(false);
        return Templates.workshop(workshop, call, over, programme);
    }

    @CheckedTemplate(basePath = "workshop")
    static class Templates {
        private Templates() {}

        static native TemplateInstance workshops(Answer<Agenda> agenda);

        static native TemplateInstance workshop(
                Workshop workshop, Answer<Call> call, boolean over, Answer<Programme> programme);
    }
}
