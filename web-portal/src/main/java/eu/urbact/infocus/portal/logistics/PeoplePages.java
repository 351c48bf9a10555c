package eu.urbact.infocus.portal.logistics;

import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.Download;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.GuestList;
import eu.urbact.infocus.portal.shell.services.OpenAnswersList;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.TravelList;

/** Everybody with a place, by name: who arrives and leaves when, what the sessions must be ready for, and who has not answered. */
@Path("/org/w/{slug}/logistics")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
public class PeoplePages {

    private final Services services;
    private final Shell shell;

    PeoplePages(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** Who arrives and leaves when and how. Printed, it is the sheet for whoever plans transfers. */
    @GET
    @Path("travel")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance travel(@PathParam("slug") String slug) {
        Call call = services.callOf(slug).orThrow();
        return Templates.arrivals(
                call,
                services.logistics(client -> client.travel(bearer(), call.id())).orThrow(),
                cities());
    }

    /** The same to take away. */
    @GET
    @Path("travel.{format: csv|xlsx}")
    public RestResponse<byte[]> travelTable(@PathParam("slug") String slug, @PathParam("format") String format) {
        Call call = services.callOf(slug).orThrow();
        return Download.ofPeople(
                services.logistics(client -> client.travelTable(bearer(), call.id(), format))
                        .orThrow(),
                "arrivals-and-departures",
                format);
    }

    /** Everybody, whatever they come along to: may they be in pictures, and what must the sessions be ready for? */
    @GET
    @Path("people")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance everybody(@PathParam("slug") String slug) {
        Call call = services.callOf(slug).orThrow();
        return Templates.everybody(
                call,
                services.logistics(client -> client.everybody(bearer(), call.id()))
                        .orThrow(),
                cities());
    }

    /** The same to take away. */
    @GET
    @Path("people.{format: csv|xlsx}")
    public RestResponse<byte[]> everybodyTable(@PathParam("slug") String slug, @PathParam("format") String format) {
        Call call = services.callOf(slug).orThrow();
        return Download.ofPeople(
                services.logistics(client -> client.everybodyTable(bearer(), call.id(), format))
                        .orThrow(),
                "everybody-with-a-place",
                format);
    }

    /** Who has not answered, and what. */
    @GET
    @Path("open")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance open(@PathParam("slug") String slug) {
        Call call = services.callOf(slug).orThrow();
        return Templates.open(
                call,
                services.logistics(client -> client.openAnswers(bearer(), call.id()))
                        .orThrow(),
                cities());
    }

    private List<City> cities() {
        return services.cities().or(Page.empty()).items();
    }

    private String bearer() {
        return shell.getVisitor().bearer();
    }

    @CheckedTemplate(basePath = "logistics")
    static class Templates {
        private Templates() {}

        static native TemplateInstance arrivals(Call call, TravelList list, List<City> cities);

        static native TemplateInstance everybody(Call call, GuestList list, List<City> cities);

        static native TemplateInstance open(Call call, OpenAnswersList list, List<City> cities);
    }
}
