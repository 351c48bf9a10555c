package eu.urbact.infocus.directory.cluster.rest;

import java.util.List;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.directory.cluster.ClusterCards;
import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.ClusterFacets;
import eu.urbact.infocus.directory.cluster.ClusterProfile;
import eu.urbact.infocus.directory.cluster.ClusterSummary;
import eu.urbact.infocus.directory.cluster.Clusters;
import eu.urbact.infocus.directory.cluster.FoundClusters;
import eu.urbact.infocus.directory.cluster.KnownChoices;
import eu.urbact.infocus.directory.reference.Taxonomies;
import eu.urbact.infocus.directory.revision.Revalidated;

/** Clusters. */
@Path("/api/v1/clusters")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
@Revalidated
class ClusterResource {

    private final Clusters clusters;
    private final KnownChoices choices;
    private final Taxonomies taxonomies;

    ClusterResource(Clusters clusters, KnownChoices choices, Taxonomies taxonomies) {
        this.clusters = clusters;
        this.choices = choices;
        this.taxonomies = taxonomies;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Clusters that fit, with further choices",
            description =
                    "A filter may be repeated: a cluster then needs to fit one of its values. Different filters must all"
                            + " fit. A facet counts with all filters but its own.")
    public ClusterPage clusters(@Valid @BeanParam ClusterQuery query, @Valid @BeanParam PageRequest page) {
        FoundClusters found = clusters.find(query.filter(choices), page.offset(), page.size());
        return new ClusterPage(
                ClusterCards.of(found.clusters(), taxonomies.current()),
                page.page(),
                page.size(),
                found.total(),
                found.facets());
    }

    @GET
    @Path("{id: [a-z0-9-]{1,60}}")
    @Transactional
    @Operation(summary = "The profile of a cluster, with the provenance of every statement")
    @APIResponse(
            responseCode = "200",
            description = "The profile",
            content = @Content(schema = @Schema(implementation = ClusterProfile.class)))
    @APIResponse(responseCode = "410", description = "It was taken out of the directory; the detail says why")
    public ClusterProfile cluster(@PathParam("id") String id) {
        ClusterDescription cluster =
                Problems.orThrow(clusters.shownOrWhyNot(id)).description();
        return ClusterProfile.of(
                cluster,
                cluster.cityId().map(clusters.cityNames()::get).orElse(null),
                clusters.ecosystemsOf(id),
                taxonomies.current());
    }

    record ClusterPage(List<ClusterSummary> items, int page, int size, long total, ClusterFacets facets) {}
}
