package eu.urbact.infocus.directory.region.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.directory.reference.Taxonomies;
import eu.urbact.infocus.directory.region.Region;
import eu.urbact.infocus.directory.region.RegionView;
import eu.urbact.infocus.directory.region.Regions;
import eu.urbact.infocus.directory.revision.Revalidated;

/** Regions with their strategies. */
@Path("/api/v1/regions")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
@Revalidated
class RegionResource {

    private final Regions regions;
    private final Taxonomies taxonomies;

    RegionResource(Regions regions, Taxonomies taxonomies) {
        this.regions = regions;
        this.taxonomies = taxonomies;
    }

    @GET
    @Path("{id: [a-z0-9-]{1,60}}")
    @Transactional
    @Operation(summary = "A region with its smart specialisation strategy and priorities")
    public RegionView region(@PathParam("id") String id) {
        Region region = regions.findByIdOptional(id).orElseThrow(Problems::notFound);
        return RegionView.of(region.description(), taxonomies.current());
    }
}
