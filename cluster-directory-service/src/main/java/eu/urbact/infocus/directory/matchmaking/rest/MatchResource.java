package eu.urbact.infocus.directory.matchmaking.rest;

import java.util.Optional;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.directory.matching.MatchingModelFile;
import eu.urbact.infocus.directory.matchmaking.ModelCard;
import eu.urbact.infocus.directory.matchmaking.ShowMatches;
import eu.urbact.infocus.directory.matchmaking.ShowMatches.Matrix;
import eu.urbact.infocus.directory.matchmaking.ShowMatches.PairList;
import eu.urbact.infocus.directory.revision.Revalidated;

/** Pairs and matrices of the network, and the model behind them. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
class MatchResource {

    private final ShowMatches matches;

    MatchResource(ShowMatches matches) {
        this.matches = matches;
    }

    @GET
    @Path("matches/pairs")
    @Operation(
            summary = "Pairs of clusters of different cities, best first",
            description =
                    "With untapped=true only pairs without a known partnership. After a change of a large directory the pairs"
                            + " before the change are shown for some seconds; dataVersion and ETag say which they are.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = PairList.class)))
    @APIResponse(
            responseCode = "503",
            description = "Just started: the first pairs are still being computed; Retry-After says when to ask again")
    public Response pairs(
            @Context HttpHeaders headers,
            @QueryParam("lens") @DefaultValue("alliance") @Pattern(regexp = Lens.PATTERN, message = Lens.HINT)
                    String lens,
            @Parameter(description = "From which percentile on; the model's threshold of untapped pairs unless given")
                    @QueryParam("minPercentile")
                    @Min(0)
                    @Max(100)
                    Integer minPercentile,
            @QueryParam("scope") @DefaultValue("network") @Pattern(regexp = Lens.SCOPES, message = Lens.SCOPE_HINT)
                    String scope,
            @QueryParam("untapped")
                    @Pattern(regexp = "true|false", message = "must be true or false")
                    @Schema(type = SchemaType.BOOLEAN)
                    String untapped,
            @QueryParam("size") @DefaultValue("100") @Min(1) @Max(ShowMatches.MOST_PAIRS) int size) {
        PairList pairs = matches.pairs(
                        Lens.of(lens),
                        Optional.ofNullable(minPercentile),
                        scope.equals("network"),
                        "true".equals(untapped),
                        size)
                .orElseThrow(() -> Busy.problem("The pairs are being computed."));
        // weak: the same whether the answer is packed on the way or not
        EntityTag tag = new EntityTag(pairs.modelVersion() + "-" + pairs.dataVersion(), true);
        boolean unchanged =
                EntityTags.isKnown(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), "\"" + tag.getValue() + "\"");
        CacheControl revalidate = new CacheControl();
        revalidate.setNoCache(true);
        return (unchanged ? Response.notModified() : Response.ok(pairs))
                .tag(tag)
                .cacheControl(revalidate)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .build();
    }

    @GET
    @Revalidated
    @Path("matrix")
    @Produces({MediaType.APPLICATION_JSON, MatrixAnswer.CSV})
    @Operation(
            summary = "The priorities of all regions against clusters, with gaps",
            description = MatrixAnswer.FORMATS)
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Matrix.class)),
                @Content(mediaType = "text/csv")
            })
    public Response all(
            @Parameter(description = MatrixAnswer.CLUSTERS_TEXT)
                    @QueryParam("clusters")
                    @DefaultValue(MatrixAnswer.OWN)
                    @Pattern(regexp = MatrixAnswer.CLUSTERS, message = MatrixAnswer.CLUSTERS_HINT)
                    String clusters,
            @Context HttpHeaders headers) {
        Matrix matrix = matches.matrices(!clusters.equals(MatrixAnswer.OWN));
        return MatrixAnswer.of(matrix, "matrix", headers);
    }

    @GET
    @Revalidated
    @Path("matrix.csv")
    @Produces(MatrixAnswer.CSV)
    @Operation(summary = "The matrix of all regions as a table, one row for each priority and cluster")
    public Response allAsFile(
            @Parameter(description = MatrixAnswer.CLUSTERS_TEXT)
                    @QueryParam("clusters")
                    @DefaultValue(MatrixAnswer.OWN)
                    @Pattern(regexp = MatrixAnswer.CLUSTERS, message = MatrixAnswer.CLUSTERS_HINT)
                    String clusters) {
        return MatrixAnswer.table(matches.matrices(!clusters.equals(MatrixAnswer.OWN)), "matrix");
    }

    @GET
    @Path("matching-model.yaml")
    @Produces("application/yaml")
    @Revalidated
    @Operation(
            summary =
                    "The file with the numbers of the model, as this service reads it; those of confidence are on the model card")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/yaml", schema = @Schema(implementation = String.class)))
    public byte[] modelFile() {
        return MatchingModelFile.deliveredFile();
    }

    @GET
    @Path("matching-model")
    @Revalidated
    @Operation(summary = "The model card: formulas, weights, taxonomies, validation, limits")
    public ModelCard modelCard() {
        return matches.modelCard();
    }
}
