package eu.urbact.infocus.portal.clusters;

import java.util.List;
import java.util.Optional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.PortalAddress;
import eu.urbact.infocus.portal.shell.WithdrawnPage;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Cluster;
import eu.urbact.infocus.portal.shell.services.ClusterList;
import eu.urbact.infocus.portal.shell.services.Offer;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Services;

/** The cluster directory. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ClusterPages {

    private static final int SIZE = 24;
    private static final int OFFERS = 200;

    private final Services services;
    private final PortalAddress portal;

    ClusterPages(Services services, PortalAddress portal) {
        this.services = services;
        this.portal = portal;
    }

    /** Clusters, narrowed by facets and words, as a list or as a map with the list below. */
    @GET
    @Path("en/clusters")
    public RestResponse<String> clusters(@Context UriInfo address) {
        ClusterFilter filter = ClusterFilter.of(address.getQueryParameters());
        if (!filter.tooLong().isEmpty()) {
            return HtmlPage.of(422, Templates.unknown(filter.tooLong()));
        }
        Answer<ClusterList> found = services.clusterSearch(client -> client.clusters(filter.asked(SIZE)));
        List<ClusterFilter.Chosen> unknown =
                filter.refused(found.refusal().map(Problem::errors).orElse(List.of()));
        if (!unknown.isEmpty()) {
            return HtmlPage.of(422, Templates.unknown(unknown));
        }
        ClusterList list = found.orThrow();
        Answer<CityMap> map = filter.map()
                ? services.cities().map(cities -> CityMap.of(cities.items(), list, filter))
                : new Answer.Missing<>();
        return HtmlPage.of(200, Templates.clusters(list, filter, map));
    }

    /** One cluster. Its body is {@code _cluster.html}, which the preview of a profile shows, too. */
    @GET
    @Path("en/clusters/{id}")
    public RestResponse<String> cluster(@PathParam("id") String id) {
        Answer<Cluster> answer = services.directory(client -> client.cluster(id));
        Optional<Problem> withdrawn = answer.refusal().filter(Problem::isWithdrawnCluster);
        if (withdrawn.isPresent()) {
            return HtmlPage.of(withdrawn.get().status(), WithdrawnPage.of(withdrawn.get(), id));
        }
        Cluster cluster = answer.orThrow();
        return HtmlPage.of(
                200,
                Templates.cluster(
                        cluster,
                        services.profiles(client -> client.offers(id, OFFERS)),
                        ClusterDescriptionBlock.of(cluster, portal.withSlash())));
    }

    @CheckedTemplate(basePath = "clusters")
    static class Templates {
        private Templates() {}

        static native TemplateInstance clusters(ClusterList list, ClusterFilter filter, Answer<CityMap> map);

        static native TemplateInstance unknown(List<ClusterFilter.Chosen> unknown);

        static native TemplateInstance cluster(Cluster cluster, Answer<Page<Offer>> offers, RawString described);
    }
}
