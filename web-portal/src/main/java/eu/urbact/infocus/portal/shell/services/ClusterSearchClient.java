package eu.urbact.infocus.portal.shell.services;

import java.util.List;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** cluster-directory-service: the search among clusters, and cities side by side. */
@RegisterRestClient(configKey = "directory")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1")
public interface ClusterSearchClient {

    /** Most characters that are searched for. */
    int LONGEST_SEARCH = 200;

    /**
     * Clusters, narrowed by facets and words.
     *
     * @param filter sides with their values, words, page and size
     */
    @GET
    @Path("clusters")
    ClusterList clusters(@RestQuery MultivaluedMap<String, String> filter);

    /**
     * What clusters offer and look for today.
     *
     * @param city whose clusters, or null
     * @param cluster which cluster, or null
     */
    @GET
    @Path("offers")
    Page<Notice> notices(
            @QueryParam("city") String city, @QueryParam("cluster") String cluster, @QueryParam("size") int size);

    /**
     * Cities side by side.
     *
     * @param city ids of two to four cities
     */
    @GET
    @Path("city-comparisons")
    CityComparison compare(@QueryParam("city") List<String> city);
}
