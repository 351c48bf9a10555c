package eu.urbact.infocus.portal.cities;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.CityProfile;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Services;

/** The partner cities. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CityPages {

    private final Services services;

    CityPages(Services services) {
        this.services = services;
    }

    /** All of them. */
    @GET
    @Path("en/cities")
    public TemplateInstance cities() {
        return Templates.cities(services.cities().orThrow());
    }

    /** One city. */
    @GET
    @Path("en/cities/{id}")
    public TemplateInstance city(@PathParam("id") String id) {
        return Templates.city(services.directory(client -> client.city(id)).orThrow());
    }

    @CheckedTemplate(basePath = "cities")
    static class Templates {
        private Templates() {}

        static native TemplateInstance cities(Page<City> cities);

        static native TemplateInstance city(CityProfile city);
    }
}
