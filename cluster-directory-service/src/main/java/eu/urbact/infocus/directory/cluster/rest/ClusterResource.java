package eu.urbact.infocus.directory.cluster.rest;

import java.util.List;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.directory.cluster.ClusterCards;
import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.ClusterFacets;
import eu.urbact.infocus.directory.cluster.ClusterFilter;
import eu.urbact.infocus.directory.cluster.ClusterProfile;
import eu.urbact.infocus.directory.cluster.ClusterScope;
import eu.urbact.infocus.directory.cluster.ClusterSummary;
import eu.urbact.infocus.directory.cluster.Clusters;
import eu.urbact.infocus.directory.cluster.FoundClusters;
import eu.urbact.infocus.directory.reference.SearchWords;
import eu.urbact.infocus.directory.reference.Taxonomies;
import eu.urbact.infocus.directory.revision.Revalidated;

/** Clusters. */
@Path("/api/v1/clusters")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
@Revalidated
class ClusterResource {

    private static final int MOST_VALUES = 50;
    private static final String CODE = "[A-Za-z0-9-]{0,60}";
    private static final String NO_CODE = "must be letters, digits and hyphens";
    private static final int LONGEST_SEARCH = 200;

    private final Clusters clusters;
    private final Taxonomies taxonomies;

    ClusterResource(Clusters clusters, Taxonomies taxonomies) {
        this.clusters = clusters;
        this.taxonomies = taxonomies;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Clusters that fit, with further choices",
            description =
                    "A filter may be repeated: a cluster then needs to fit one of its values. Different filters must all"
                            + " fit. A facet counts with all filters but its own.")
    public ClusterPage clusters(
            @Parameter(description = "Whose clusters: those of the network's cities unless asked otherwise")
                    @QueryParam("scope")
                    @DefaultValue("NETWORK")
                    ClusterScope scope,
            @Parameter(description = "City ids") @QueryParam("city") @Size(max = MOST_VALUES)
                    List<@Pattern(regexp = CODE, message = NO_CODE) String> city,
            @Parameter(description = "Competence ids; a broader one includes its narrower ones")
                    @QueryParam("competence")
                    @Size(max = MOST_VALUES)
                    List<@Pattern(regexp = CODE, message = NO_CODE) String> competence,
            @Parameter(description = "Section letters of NACE Rev. 2")
                    @QueryParam("naceSection")
                    @Size(max = MOST_VALUES)
                    List<@Pattern(regexp = CODE, message = NO_CODE) String> naceSection,
            @Parameter(description = "Industrial ecosystem ids; activities of weight 2 or 3 count")
                    @QueryParam("ecosystem")
                    @Size(max = MOST_VALUES)
                    List<@Pattern(regexp = CODE, message = NO_CODE) String> ecosystem,
            @Parameter(
                            description =
                                    "Words in any spelling: accents do not matter, beginnings and small slips are found")
                    @QueryParam("q")
                    @Size(max = LONGEST_SEARCH)
                    String words,
            @Valid @BeanParam PageRequest page) {
        ClusterFilter filter = new ClusterFilter(
                scope, given(city), given(competence), given(naceSection), given(ecosystem), SearchWords.of(words));
        FoundClusters found = clusters.find(filter, page.offset(), page.size());
        return new ClusterPage(
                ClusterCards.of(found.clusters(), taxonomies.current()),
                page.page(),
                page.size(),
                found.total(),
                clusters.facets(filter));
    }

    /** An empty value is what a form sends for "any". */
    private static List<String> given(List<String> values) {
        return values == null
                ? List.of()
                : values.stream().filter(value -> !value.isBlank()).toList();
    }

    @GET
    @Path("{id: [a-z0-9-]{1,60}}")
    @Transactional
    @Operation(summary = "The profile of a cluster, with the provenance of every statement")
    public ClusterProfile cluster(@PathParam("id") String id) {
        ClusterDescription cluster =
                clusters.findByIdOptional(id).orElseThrow(Problems::notFound).description();
        return ClusterProfile.of(
                cluster,
                cluster.cityId().map(clusters.cityNames()::get).orElse(null),
                clusters.ecosystemsOf(id),
                taxonomies.current());
    }

    record ClusterPage(List<ClusterSummary> items, int page, int size, long total, ClusterFacets facets) {}
}
