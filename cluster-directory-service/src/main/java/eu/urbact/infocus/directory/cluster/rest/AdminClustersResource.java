package eu.urbact.infocus.directory.cluster.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.problem.WhoWasQuicker;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.validation.NoContactData;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.directory.cluster.Cluster;
import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.ClusterProblem;
import eu.urbact.infocus.directory.cluster.Clusters;
import eu.urbact.infocus.directory.cluster.WithdrawCluster;
import eu.urbact.infocus.directory.cluster.Withdrawal;
import eu.urbact.infocus.directory.cluster.WithdrawalChange;

/** Clusters taken out of the directory by the organisers, among them the lead partner's people. */
@Path("/api/v1/admin/withdrawn-clusters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class AdminClustersResource {

    private static final String ID = "/{id: [a-z0-9-]{1,60}}";

    private final Clusters clusters;
    private final WithdrawCluster withdrawCluster;
    private final Caller caller;

    AdminClustersResource(Clusters clusters, WithdrawCluster withdrawCluster, Caller caller) {
        this.clusters = clusters;
        this.withdrawCluster = withdrawCluster;
        this.caller = caller;
    }

    /**
     * Why a cluster is taken out.
     *
     * @param reason for everybody to read at the cluster's address; names nobody
     */
    public record WithdrawalRequest(
            @NotBlank @Size(max = 500, message = "must have at most 500 characters") @SafeText @NoContactData
            String reason) {}

    /**
     * A cluster that was taken out.
     *
     * @param cityId its city, or null
     * @param country ISO 3166 alpha-2
     * @param withdrawnAt when
     * @param withdrawnBy name of the organiser's account, or null when it is not kept any longer
     * @param reason why
     */
    public record WithdrawnCluster(
            String id,
            String name,
            String cityId,
            String country,
            Instant withdrawnAt,
            String withdrawnBy,
            String reason) {

        static WithdrawnCluster of(Cluster cluster) {
            ClusterDescription description = cluster.description();
            Withdrawal withdrawal = cluster.withdrawal().orElseThrow();
            return new WithdrawnCluster(
                    description.id(),
                    description.name(),
                    description.cityId().orElse(null),
                    description.country(),
                    withdrawal.at(),
                    cluster.withdrawalChange().map(WithdrawalChange::name).orElse(null),
                    withdrawal.reason());
        }
    }

    @GET
    @Transactional
    @Operation(summary = "List the clusters that were taken out of the directory, by name")
    public List<WithdrawnCluster> list() {
        return clusters.withdrawn().stream().map(WithdrawnCluster::of).toList();
    }

    @POST
    @Path(ID)
    @Transactional
    @Operation(
            summary = "Take a cluster out of the directory",
            description =
                    "It is in no list, matrix, network and open data any more, its offers and needs are not shown, its open proposals"
                            + " and cooperations end, and its address says why. Everything is kept, so that it can be brought back.")
    @APIResponse(
            responseCode = "200",
            description = "It is taken out",
            content = @Content(schema = @Schema(implementation = WithdrawnCluster.class)))
    @APIResponse(responseCode = "404", description = "There is no such cluster")
    @APIResponse(
            responseCode = "409",
            description = "It was taken out before; the members by, yourself and at say who did it, and when")
    public WithdrawnCluster withdraw(@PathParam("id") String id, @Valid @NotNull WithdrawalRequest request) {
        return WithdrawnCluster.of(orThrow(id, withdrawCluster.withdraw(id, request.reason())));
    }

    @DELETE
    @Path(ID)
    @Transactional
    @Operation(
            summary = "Bring a cluster back into the directory",
            description = "As it was, but for the proposals and cooperations that ended.")
    @APIResponse(responseCode = "204", description = "It is shown again")
    @APIResponse(responseCode = "404", description = "There is no such cluster")
    @APIResponse(
            responseCode = "409",
            description =
                    "It is in the directory; the members by, yourself and at say who brought it back, and when, if it was taken out once."
                            + " Or another cluster of its city has its name now")
    public void bringBack(@PathParam("id") String id) {
        orThrow(id, withdrawCluster.bringBack(id));
    }

    /** The changed cluster. Whoever comes too late is told who was quicker, and when; also when that was themselves. */
    private Cluster orThrow(String id, Optional<Outcome<Cluster>> outcome) {
        if (outcome.orElseThrow(Problems::notFound) instanceof Outcome.Refused<Cluster> refused
                && refused.type().equals(ClusterProblem.WITHDRAWAL_STATE)) {
            throw Problems.of(
                    refused.type(),
                    refused.detail(),
                    clusters.findById(id).withdrawalChange().map(this::members).orElse(Map.of()));
        }
        return Problems.orThrow(outcome.get());
    }

    private Map<String, Object> members(WithdrawalChange change) {
        return WhoWasQuicker.members(
                Objects.requireNonNullElse(change.name(), "another organiser"),
                caller.actor().equals(change.actor()),
                change.at());
    }
}
