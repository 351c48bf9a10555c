package eu.urbact.infocus.directory.matchmaking.rest;

import java.util.List;
import java.util.Optional;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

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
import eu.urbact.infocus.directory.cluster.KnownChoices;
import eu.urbact.infocus.directory.cluster.Narrowing;
import eu.urbact.infocus.directory.matchmaking.ExplainMatch;
import eu.urbact.infocus.directory.matchmaking.ExplainMatch.PairMatch;
import eu.urbact.infocus.directory.matchmaking.ShowMatches;
import eu.urbact.infocus.directory.matchmaking.ShowMatches.PartnerList;
import eu.urbact.infocus.directory.revision.Revalidated;

/** Partners of a cluster. */
@Path("/api/v1/clusters/{id: [a-z0-9-]{1,60}}/matches")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
@Revalidated
class ClusterMatchResource {

    static final String GONE = "A cluster was taken out of the directory; the detail says why";

    private final ShowMatches matches;
    private final ExplainMatch explain;
    private final Clusters clusters;
    private final KnownChoices choices;

    ClusterMatchResource(ShowMatches matches, ExplainMatch explain, Clusters clusters, KnownChoices choices) {
        this.matches = matches;
        this.explain = explain;
        this.clusters = clusters;
        this.choices = choices;
    }

    @GET
    @Operation(
            summary = "The best partners of a cluster in other cities",
            description =
                    "Of the best by score, those come first that stand high on each other's lists (harmonic mean of both"
                            + " percentiles). That orders the list and changes no score. A city that nobody knows is"
                            + " refused.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = PartnerList.class)))
    @APIResponse(responseCode = "410", description = GONE)
    @APIResponse(responseCode = "422", description = "A parameter cannot be read, or nobody knows the city")
    public PartnerList partners(
            @PathParam("id") String id,
            @Parameter(description = "Alliance: in one field; cross-innovation: across fields")
                    @QueryParam("lens")
                    @DefaultValue("alliance")
                    @Pattern(regexp = Lens.PATTERN, message = Lens.HINT)
                    String lens,
            @Parameter(description = "Clusters of the network's cities, or all of the directory")
                    @QueryParam("scope")
                    @DefaultValue("network")
                    @Pattern(regexp = Lens.SCOPES, message = Lens.SCOPE_HINT)
                    String scope,
            @Parameter(description = "A city whose clusters are wanted")
                    @QueryParam("city")
                    @Pattern(regexp = "[a-z0-9-]{0,60}", message = "must be the id of a city")
                    String city,
            @QueryParam("size") @DefaultValue("10") @Min(1) @Max(100) int size) {
        Optional<String> wanted = Optional.ofNullable(city).filter(given -> !given.isBlank());
        choices.check("city", Narrowing.CITY, wanted).ifPresent(error -> {
            // why there is no such cluster says more
            requireShown(id);
            throw Problems.invalid(List.of(error));
        });
        return matches.partners(id, Lens.of(lens), scope.equals("network"), wanted, size)
                .orElseThrow(() -> {
                    requireShown(id);
                    return Problems.notFound();
                });
    }

    @GET
    @Path("{other: [a-z0-9-]{1,60}}")
    @Operation(summary = "Two clusters under both lenses, with everything behind the scores")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = PairMatch.class)))
    @APIResponse(responseCode = "410", description = DataVersion.NOT_KEPT + "; or: " + GONE)
    @APIResponse(responseCode = "503", description = Busy.EARLIER_VERSIONS)
    public PairMatch pair(
            @PathParam("id") String id,
            @PathParam("other") String other,
            @Parameter(description = DataVersion.TEXT)
                    @QueryParam("dataVersion")
                    @Pattern(regexp = DataVersion.PATTERN, message = DataVersion.HINT)
                    String dataVersion) {
        Outcome<PairMatch> match = explain.pair(id, other, Optional.ofNullable(dataVersion));
        if (match instanceof Outcome.Refused<PairMatch> refused
                && refused.type().equals(CommonProblem.NOT_FOUND)
                && !id.equals(other)) {
            requireShown(id, other);
        }
        return Busy.orThrow(match);
    }

    /** Why nothing is said about clusters of which one is not shown. */
    private void requireShown(String... ids) {
        List.of(ids).forEach(id -> Problems.orThrow(clusters.shownOrWhyNot(id)));
    }
}
