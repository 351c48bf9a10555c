package eu.urbact.infocus.directory.city.rest;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
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
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.directory.city.Cities;
import eu.urbact.infocus.directory.city.Cities.CityInList;
import eu.urbact.infocus.directory.city.CityDescription;
import eu.urbact.infocus.directory.city.CityRole;
import eu.urbact.infocus.directory.city.CityStrengths;
import eu.urbact.infocus.directory.city.LookingFor;
import eu.urbact.infocus.directory.city.ShowLookingFor;
import eu.urbact.infocus.directory.city.StrengthView;
import eu.urbact.infocus.directory.cluster.ClusterCards;
import eu.urbact.infocus.directory.cluster.ClusterFilter;
import eu.urbact.infocus.directory.cluster.ClusterSummary;
import eu.urbact.infocus.directory.cluster.Clusters;
import eu.urbact.infocus.directory.cluster.FoundClusters.FoundCluster;
import eu.urbact.infocus.directory.programmeview.HostedWorkshop;
import eu.urbact.infocus.directory.programmeview.HostedWorkshops;
import eu.urbact.infocus.directory.reference.NutsView;
import eu.urbact.infocus.directory.reference.ProvenanceView;
import eu.urbact.infocus.directory.reference.SearchWords;
import eu.urbact.infocus.directory.reference.Taxonomies;
import eu.urbact.infocus.directory.reference.Taxonomy;
import eu.urbact.infocus.directory.region.RegionView;
import eu.urbact.infocus.directory.region.Regions;
import eu.urbact.infocus.directory.revision.Revalidated;

/** Cities. */
@Path("/api/v1/cities")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
@Revalidated
class CityResource {

    private static final int LONGEST_SEARCH = 200;

    /** More clusters than a page of one city can show; the list of clusters has them all. */
    private static final int CLUSTERS_ON_PAGE = 200;

    private final Cities cities;
    private final Regions regions;
    private final Clusters clusters;
    private final HostedWorkshops workshops;
    private final ShowLookingFor showLookingFor;
    private final Taxonomies taxonomies;

    CityResource(
            Cities cities,
            Regions regions,
            Clusters clusters,
            HostedWorkshops workshops,
            ShowLookingFor showLookingFor,
            Taxonomies taxonomies) {
        this.cities = cities;
        this.regions = regions;
        this.clusters = clusters;
        this.workshops = workshops;
        this.showLookingFor = showLookingFor;
        this.taxonomies = taxonomies;
    }

    @GET
    @Transactional
    @Operation(summary = "The cities of the network, the lead first")
    public Page<CityInList> cities(
            @Parameter(description = "Name in any spelling: accents do not matter, small slips are found")
                    @QueryParam("q")
                    @Size(max = LONGEST_SEARCH)
                    String words,
            @Valid @BeanParam PageRequest page) {
        Optional<String> name = SearchWords.of(words);
        return Page.of(cities.find(name, page.offset(), page.size()), page, cities.count(name));
    }

    @GET
    @Path("{id: [a-z0-9-]{1,60}}")
    @Transactional
    @Operation(
            summary = "A city with its region's priorities, its clusters and the workshops it hosts",
            description =
                    "What it leads in, whom it serves and whom it looks for: open needs of its clusters, and what the"
                            + " strategy of its region asks for and nobody there has.")
    public CityPage city(@PathParam("id") String id) {
        CityDescription city =
                cities.findByIdOptional(id).orElseThrow(Problems::notFound).description();
        Taxonomy taxonomy = taxonomies.current();
        List<FoundCluster> theirs =
                clusters.find(ClusterFilter.ofCity(id), 0, CLUSTERS_ON_PAGE).clusters();
        CityStrengths strengths =
                CityStrengths.of(theirs.stream().map(FoundCluster::description).toList());
        return new CityPage(
                city.id(),
                city.name(),
                city.country(),
                city.role(),
                city.place().latitude(),
                city.place().longitude(),
                taxonomy.view(city.place().provenance()),
                taxonomy.view(city.nuts()),
                new OrganisationView(
                        city.partnerOrganisation().name(),
                        taxonomy.view(city.partnerOrganisation().provenance())),
                RegionView.of(regions.findById(city.regionId()).description(), taxonomy),
                StrengthView.of(strengths.leads(), taxonomy),
                StrengthView.of(strengths.serves(), taxonomy),
                showLookingFor.of(city),
                ClusterCards.of(theirs, taxonomy),
                workshops.of(id).stream().map(WorkshopView::of).toList());
    }

    record CityPage(
            String id,
            String name,
            String country,
            CityRole role,
            double lat,
            double lon,
            ProvenanceView placeProvenance,
            List<NutsView> nuts,
            OrganisationView partnerOrganisation,
            RegionView region,
            List<StrengthView> leads,
            List<StrengthView> serves,
            LookingFor lookingFor,
            List<ClusterSummary> clusters,
            List<WorkshopView> workshops) {}

    record OrganisationView(String name, ProvenanceView provenance) {}

    record WorkshopView(
            String slug, String title, String theme, OffsetDateTime startsAt, OffsetDateTime endsAt, String zone) {

        private static WorkshopView of(HostedWorkshop workshop) {
            return new WorkshopView(
                    workshop.slug(),
                    workshop.title(),
                    workshop.theme(),
                    workshop.startsAt().atZone(workshop.zone()).toOffsetDateTime(),
                    workshop.endsAt().atZone(workshop.zone()).toOffsetDateTime(),
                    workshop.zone().getId());
        }
    }
}
