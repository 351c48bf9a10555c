package eu.urbact.infocus.portal.shell.services;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** cluster-directory-service: cities, regions, clusters. */
@RegisterRestClient(configKey = "directory")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1")
public interface DirectoryClient {

    /**
     * The partner cities.
     *
     * @param size most cities to tell
     */
    @GET
    @Path("cities")
    Page<City> cities(@QueryParam("size") int size);

    /** One city with its region and clusters. */
    @GET
    @Path("cities/{id}")
    CityProfile city(@PathParam("id") String id);

    /** Clusters, narrowed by some of the facets; {@link ClusterSearchClient} knows all of them. */
    @GET
    @Path("clusters")
    ClusterList clusters(
            @QueryParam("city") String city,
            @QueryParam("competence") String competence,
            @QueryParam("naceSection") String naceSection,
            @QueryParam("ecosystem") String ecosystem,
            @QueryParam("q") String text,
            @QueryParam("page") Integer page,
            @QueryParam("size") Integer size);

    /** One cluster. */
    @GET
    @Path("clusters/{id}")
    Cluster cluster(@PathParam("id") String id);
}
