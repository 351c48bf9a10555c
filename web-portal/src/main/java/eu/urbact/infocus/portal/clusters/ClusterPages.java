package eu.urbact.infocus.portal.clusters;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Cluster;
import eu.urbact.infocus.portal.shell.services.ClusterList;
import eu.urbact.infocus.portal.shell.services.Offer;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Services;

import static eu.urbact.infocus.portal.clusters.ClusterFilter.orNull;

/** The cluster directory. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ClusterPages {

    private static final int SIZE = 24;
    private static final int OFFERS = 200;

    private final Services services;

    ClusterPages(Services services) {
        this.services = services;
    }

    /** Clusters, narrowed by facets and words. */
    @GET
    @Path("en/clusters")
    public TemplateInstance clusters(
            @QueryParam("city") @DefaultValue("") String city,
            @QueryParam("competence") @DefaultValue("") String competence,
            @QueryParam("naceSection") @DefaultValue("") String naceSection,
            @QueryParam("ecosystem") @DefaultValue("") String ecosystem,
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("page") @DefaultValue("0") int page) {
        ClusterFilter filter =
                new ClusterFilter(city, competence, naceSection, ecosystem, q.strip(), Math.max(0, page));
        ClusterList list = services.directory(client -> client.clusters(
                        orNull(filter.city()),
                        orNull(filter.competence()),
                        orNull(filter.naceSection()),
                        orNull(filter.ecosystem()),
                        orNull(filter.q()),
                        filter.page(),
                        SIZE))
                .orThrow();
        return Templates.clusters(list, filter);
    }

    /** One cluster. Its body is {@code _cluster.html}, which the preview of a profile shows, too. */
    @GET
    @Path("en/clusters/{id}")
    public TemplateInstance cluster(@PathParam("id") String id) {
        return Templates.cluster(
                services.directory(client -> client.cluster(id)).orThrow(),
                services.profiles(client -> client.offers(id, OFFERS)));
    }

    @CheckedTemplate(basePath = "clusters")
    static class Templates {
        private Templates() {}

        static native TemplateInstance clusters(ClusterList list, ClusterFilter filter);

        static native TemplateInstance cluster(Cluster cluster, Answer<Page<Offer>> offers);
    }
}
