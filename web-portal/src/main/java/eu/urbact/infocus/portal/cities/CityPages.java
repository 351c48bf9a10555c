package eu.urbact.infocus.portal.cities;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.PortalAddress;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.CityComparison;
import eu.urbact.infocus.portal.shell.services.CityProfile;
import eu.urbact.infocus.portal.shell.services.Notice;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Services;

/** The partner cities. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CityPages {

    private static final int FEWEST = 2;
    private static final int MOST = 4;
    private static final int NOTICES = 50;

    private final Services services;
    private final PortalAddress address;

    CityPages(Services services, PortalAddress address) {
        this.services = services;
        this.address = address;
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
        CityProfile city = services.directory(client -> client.city(id)).orThrow();
        Answer<Page<Notice>> notices = services.clusterSearch(client -> client.notices(id, null, NOTICES));
        return Templates.city(
                city,
                Notice.ofKind("NEED", notices),
                Notice.ofKind("OFFER", notices),
                CityDescriptionBlock.of(city, address.withSlash()));
    }

    /** Two to four cities side by side; the choice is in the address. */
    @GET
    @Path("en/cities/compare")
    public RestResponse<String> compare(@QueryParam("city") List<String> chosen) {
        List<String> ids =
                chosen.stream().filter(id -> !id.isBlank()).distinct().toList();
        Page<City> cities = services.cities().orThrow();
        if (ids.isEmpty()) {
            return HtmlPage.of(200, Templates.compare(cities, ids, new Answer.Missing<>(), ""));
        }
        if (ids.size() < FEWEST || ids.size() > MOST) {
            return HtmlPage.of(
                    422, Templates.compare(cities, ids, new Answer.Missing<>(), "Choose two to four cities."));
        }
        Answer<CityComparison> comparison = services.clusterSearch(client -> client.compare(ids));
        if (comparison.refusal().filter(CityPages::isAboutACity).isPresent()) {
            return HtmlPage.of(422, Templates.compare(cities, ids, new Answer.Missing<>(), notInNetwork(ids, cities)));
        }
        return HtmlPage.of(200, Templates.compare(cities, ids, new Answer.Found<>(comparison.orThrow()), ""));
    }

    /** Whether it is the choice that is refused, and not the request. */
    private static boolean isAboutACity(Problem problem) {
        return problem.formStatus() == 422
                && problem.errors().stream().anyMatch(error -> error.field().startsWith("city"));
    }

    private static String notInNetwork(List<String> ids, Page<City> cities) {
        Set<String> known = cities.items().stream().map(City::id).collect(Collectors.toSet());
        String unknown = ids.stream().filter(id -> !known.contains(id)).collect(Collectors.joining(", "));
        return unknown.isEmpty()
                ? "One of these cities is not in the network."
                : "Not in the network: " + unknown + ". Choose two to four of these cities.";
    }

    @CheckedTemplate(basePath = "cities")
    static class Templates {
        private Templates() {}

        static native TemplateInstance cities(Page<City> cities);

        static native TemplateInstance city(
                CityProfile city, Answer<List<Notice>> needs, Answer<List<Notice>> offers, RawString described);

        static native TemplateInstance compare(
                Page<City> cities, List<String> chosen, Answer<CityComparison> comparison, String error);
    }
}
