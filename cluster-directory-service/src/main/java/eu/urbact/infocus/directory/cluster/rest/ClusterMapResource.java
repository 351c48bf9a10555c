package eu.urbact.infocus.directory.cluster.rest;

import java.util.List;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.directory.cluster.BoundingBox;
import eu.urbact.infocus.directory.cluster.ClusterSeat;
import eu.urbact.infocus.directory.cluster.Clusters;
import eu.urbact.infocus.directory.cluster.KnownChoices;
import eu.urbact.infocus.directory.cluster.SeatFeatures;
import eu.urbact.infocus.directory.reference.Taxonomies;
import eu.urbact.infocus.directory.revision.Revalidated;

/** The clusters on a map. */
@Path("/api/v1/clusters.geojson")
@PermitAll
@Tag(name = "Public")
@Revalidated
class ClusterMapResource {

    private final Clusters clusters;
    private final KnownChoices choices;
    private final Taxonomies taxonomies;

    ClusterMapResource(Clusters clusters, KnownChoices choices, Taxonomies taxonomies) {
        this.clusters = clusters;
        this.choices = choices;
        this.taxonomies = taxonomies;
    }

    @GET
    @Produces("application/geo+json")
    @Transactional
    @Operation(
            summary = "The seats of the clusters that fit, as GeoJSON",
            description =
                    "RFC 7946: WGS 84, longitude before latitude. One feature per cluster at its city; all that fit in one"
                            + " answer. Clusters outside the network have no seat and are left out.")
    public SeatFeatures map(
            @Valid @BeanParam ClusterQuery query,
            @Parameter(description = "Only seats in this box: west,south,east,north in degrees")
                    @QueryParam("bbox")
                    @Size(max = 200)
                    String bbox) {
        List<ClusterSeat> seats = clusters.seats(query.filter(choices));
        if (bbox != null && !bbox.isBlank()) {
            BoundingBox box = box(bbox);
            seats = seats.stream()
                    .filter(seat -> box.holds(seat.latitude(), seat.longitude()))
                    .toList();
        }
        return SeatFeatures.of(seats, taxonomies.current());
    }

    private static BoundingBox box(String bbox) {
        BoundingBox.Reading reading = BoundingBox.read(bbox);
        return reading.box()
                .orElseThrow(() -> Problems.invalid(
                        List.of(new FieldError("bbox", reading.violation().orElseThrow()))));
    }
}
