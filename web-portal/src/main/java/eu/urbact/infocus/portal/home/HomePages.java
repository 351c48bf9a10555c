package eu.urbact.infocus.portal.home;

import java.net.URI;
import java.time.Clock;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import eu.urbact.infocus.portal.shell.services.Agenda;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.Workshop;

/** The home page. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class HomePages {

    private final Services services;
    private final Clock clock;

    HomePages(Services services, Clock clock) {
        this.services = services;
        this.clock = clock;
    }

    /** English is the only language yet. */
    @GET
    public Response chooseLanguage() {
        return Response.seeOther(URI.create("/en/")).build();
    }

    /** Home: the next workshop, the series, the cities. */
    @GET
    @Path("en")
    public TemplateInstance home() {
        Answer<Page<Workshop>> workshops = services.event(client -> client.workshops());
        Agenda agenda = Agenda.of(workshops.or(Page.empty()), clock.instant());
        Workshop next = agenda.next();
        Answer<Call> call = next == null ? new Answer.Missing<>() : services.callOf(next.slug());
        Answer<Page<City>> cities = services.cities();
        boolean over = call.map(found -> found.isOver(clock.instant())).or(false);
        return Templates.home(workshops, agenda, next, call, over, cities);
    }

    @CheckedTemplate(basePath = "home")
    static class Templates {
        private Templates() {}

        static native TemplateInstance home(
                Answer<Page<Workshop>> workshops,
                Agenda agenda,
                Workshop next,
                Answer<Call> call,
                boolean over,
                Answer<Page<City>> cities);
    }
}
