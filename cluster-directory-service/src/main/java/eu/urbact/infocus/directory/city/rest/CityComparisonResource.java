package eu.urbact.infocus.directory.city.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.directory.city.Cities;
import eu.urbact.infocus.directory.city.CityDescription;
import eu.urbact.infocus.directory.city.CityStrengths;
import eu.urbact.infocus.directory.city.LookingFor;
import eu.urbact.infocus.directory.city.ShowLookingFor;
import eu.urbact.infocus.directory.city.StrengthView;
import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.ClusterFilter;
import eu.urbact.infocus.directory.cluster.Clusters;
import eu.urbact.infocus.directory.cluster.FigureView;
import eu.urbact.infocus.directory.cluster.FoundClusters.FoundCluster;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Taxonomies;
import eu.urbact.infocus.directory.reference.Taxonomy;
import eu.urbact.infocus.directory.region.RegionView;
import eu.urbact.infocus.directory.region.Regions;
import eu.urbact.infocus.directory.revision.Revalidated;

/** Cities side by side. */
@Path("/api/v1/city-comparisons")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
@Revalidated
class CityComparisonResource {

    private static final int FEWEST = 2;
    private static final int MOST = 4;
    private static final int CLUSTERS = 200;

    private final Cities cities;
    private final Regions regions;
    private final Clusters clusters;
    private final ShowLookingFor showLookingFor;
    private final Taxonomies taxonomies;

    CityComparisonResource(
            Cities cities, Regions regions, Clusters clusters, ShowLookingFor showLookingFor, Taxonomies taxonomies) {
        this.cities = cities;
        this.regions = regions;
        this.clusters = clusters;
        this.showLookingFor = showLookingFor;
        this.taxonomies = taxonomies;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Two to four cities side by side",
            description =
                    "What each leads in, whom it serves and whom it looks for, its region's priorities and the figures of its"
                            + " clusters; and which competences the cities share or have alone. Competences that are"
                            + " developed or led count.")
    public Comparison compare(
            @Parameter(description = "Ids of two to four cities, in the order of the columns")
                    @QueryParam("city")
                    @Size(max = 50)
                    List<@Pattern(regexp = "[a-z0-9-]{0,60}", message = "must be letters, digits and hyphens") String>
                            city) {
        List<String> ids = city.stream().filter(id -> !id.isBlank()).distinct().toList();
        if (ids.size() < FEWEST || ids.size() > MOST) {
            throw Problems.invalid(List.of(new FieldError("city", "choose two to four different cities")));
        }
        Map<String, String> known = clusters.cityNames();
        List<FieldError> unknown = ids.stream()
                .filter(id -> !known.containsKey(id))
                .map(id -> new FieldError("city", "\"" + id + "\" is not known"))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problems.invalid(unknown);
        }
        Taxonomy taxonomy = taxonomies.current();
        Map<String, CityDescription> described = new LinkedHashMap<>();
        Map<String, List<ClusterDescription>> theirs = new LinkedHashMap<>();
        Map<String, CityStrengths> strengths = new LinkedHashMap<>();
        for (String id : ids) {
            described.put(id, cities.findById(id).description());
            theirs.put(
                    id,
                    clusters.find(ClusterFilter.ofCity(id), 0, CLUSTERS).clusters().stream()
                            .map(FoundCluster::description)
                            .toList());
            strengths.put(id, CityStrengths.of(theirs.get(id)));
        }
        List<ComparedCompetence> competences = CityStrengths.owners(strengths).entrySet().stream()
                .map(entry -> new ComparedCompetence(
                        entry.getKey(), taxonomy.label(Facet.COMPETENCE, entry.getKey()), entry.getValue()))
                .sorted(java.util.Comparator.comparing(ComparedCompetence::label))
                .toList();
        return new Comparison(
                ids.stream()
                        .map(id -> compared(described.get(id), theirs.get(id), strengths.get(id), taxonomy))
                        .toList(),
                competences.stream().filter(one -> one.cities().size() > 1).toList(),
                competences.stream().filter(one -> one.cities().size() == 1).toList());
    }

    private ComparedCity compared(
            CityDescription city, List<ClusterDescription> theirs, CityStrengths strengths, Taxonomy taxonomy) {
        return new ComparedCity(
                city.id(),
                city.name(),
                city.country(),
                RegionView.of(regions.findById(city.regionId()).description(), taxonomy),
                theirs.size(),
                StrengthView.of(strengths.leads(), taxonomy),
                StrengthView.of(strengths.serves(), taxonomy),
                showLookingFor.of(city),
                theirs.stream()
                        .flatMap(cluster -> cluster.figures().stream()
                                .map(figure -> new ClusterFigure(
                                        cluster.id(), cluster.name(), FigureView.of(figure, taxonomy))))
                        .toList());
    }

    record Comparison(List<ComparedCity> cities, List<ComparedCompetence> shared, List<ComparedCompetence> distinct) {}

    record ComparedCity(
            String id,
            String name,
            String country,
            RegionView region,
            int clusterCount,
            List<StrengthView> leads,
            List<StrengthView> serves,
            LookingFor lookingFor,
            List<ClusterFigure> figures) {}

    record ClusterFigure(String clusterId, String cluster, FigureView figure) {}

    record ComparedCompetence(String code, String label, List<String> cities) {}
}
