package eu.urbact.infocus.directory.matchmaking.rest;

import java.util.Optional;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.directory.cluster.Clusters;
import eu.urbact.infocus.directory.matchmaking.ExplainMatch;
import eu.urbact.infocus.directory.matchmaking.ExplainMatch.CellMatch;
import eu.urbact.infocus.directory.matchmaking.ShowMatches;
import eu.urbact.infocus.directory.matchmaking.ShowMatches.DiversificationCurve;
import eu.urbact.infocus.directory.matchmaking.ShowMatches.Matrix;
import eu.urbact.infocus.directory.revision.Revalidated;

/** The priorities of a region against clusters. */
@Path("/api/v1/regions")
@PermitAll
@Tag(name = "Public")
@Revalidated
class MatrixResource {

    private static final String ID = "[a-z0-9-]{1,60}";

    private final ShowMatches matches;
    private final ExplainMatch explain;
    private final Clusters clusters;

    MatrixResource(ShowMatches matches, ExplainMatch explain, Clusters clusters) {
        this.matches = matches;
        this.explain = explain;
        this.clusters = clusters;
    }

    @GET
    @Path("{id: " + ID + "}/matrix")
    @Produces({MediaType.APPLICATION_JSON, MatrixAnswer.CSV})
    @Operation(summary = "The priorities of a region against clusters, with gaps", description = MatrixAnswer.FORMATS)
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Matrix.class)),
                @Content(mediaType = "text/csv")
            })
    public Response ofRegion(
            @PathParam("id") String id,
            @Parameter(description = MatrixAnswer.CLUSTERS_TEXT)
                    @QueryParam("clusters")
                    @DefaultValue(MatrixAnswer.OWN)
                    @Pattern(regexp = MatrixAnswer.CLUSTERS, message = MatrixAnswer.CLUSTERS_HINT)
                    String clusters,
            @Context HttpHeaders headers) {
        Matrix matrix = region(id, clusters);
        return MatrixAnswer.of(matrix, "matrix-" + id, headers);
    }

    @GET
    @Path("{id: " + ID + "}/matrix.csv")
    @Produces(MatrixAnswer.CSV)
    @Operation(summary = "The matrix of a region as a table, one row for each priority and cluster")
    public Response ofRegionAsFile(
            @PathParam("id") String id,
            @Parameter(description = MatrixAnswer.CLUSTERS_TEXT)
                    @QueryParam("clusters")
                    @DefaultValue(MatrixAnswer.OWN)
                    @Pattern(regexp = MatrixAnswer.CLUSTERS, message = MatrixAnswer.CLUSTERS_HINT)
                    String clusters) {
        return MatrixAnswer.table(region(id, clusters), "matrix-" + id);
    }

    private Matrix region(String id, String clusters) {
        return matches.matrix(id, !clusters.equals(MatrixAnswer.OWN)).orElseThrow(Problems::notFound);
    }

    @GET
    @Path("{id: " + ID + "}/matrix/{priority: " + ID + "}/{cluster: " + ID + "}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A priority and a cluster in both roles, with everything behind the scores")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = CellMatch.class)))
    @APIResponse(responseCode = "410", description = DataVersion.NOT_KEPT + "; or: " + ClusterMatchResource.GONE)
    @APIResponse(responseCode = "503", description = Busy.EARLIER_VERSIONS)
    public CellMatch cell(
            @PathParam("id") String id,
            @PathParam("priority") String priority,
            @PathParam("cluster") String cluster,
            @Parameter(description = DataVersion.TEXT)
                    @QueryParam("dataVersion")
                    @Pattern(regexp = DataVersion.PATTERN, message = DataVersion.HINT)
                    String dataVersion) {
        Outcome<CellMatch> match = explain.cell(id, priority, cluster, Optional.ofNullable(dataVersion));
        if (match instanceof Outcome.Refused<CellMatch> refused
                && refused.type().equals(CommonProblem.NOT_FOUND)) {
            // why there is no such cluster says more
            Problems.orThrow(clusters.shownOrWhyNot(cluster));
        }
        return Busy.orThrow(match);
    }

    @GET
    @Path("{id: " + ID + "}/diversification")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Which of its priorities a region would keep if it could keep one, two, and so on")
    public DiversificationCurve diversification(@PathParam("id") String id) {
        return matches.diversification(id).orElseThrow(Problems::notFound);
    }
}
