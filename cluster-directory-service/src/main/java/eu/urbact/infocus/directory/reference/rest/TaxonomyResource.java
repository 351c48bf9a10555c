package eu.urbact.infocus.directory.reference.rest;

import java.util.List;
import java.util.Map;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.directory.reference.CompetenceEntry;
import eu.urbact.infocus.directory.reference.DivisionEntry;
import eu.urbact.infocus.directory.reference.ProvenanceView;
import eu.urbact.infocus.directory.reference.Taxonomies;
import eu.urbact.infocus.directory.reference.Taxonomy;
import eu.urbact.infocus.directory.reference.Vocabulary;
import eu.urbact.infocus.directory.revision.Revalidated;

import static java.util.stream.Collectors.groupingBy;

/** The taxonomies. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
@Revalidated
class TaxonomyResource {

    private final Taxonomies taxonomies;

    TaxonomyResource(Taxonomies taxonomies) {
        this.taxonomies = taxonomies;
    }

    @GET
    @Path("competences")
    @Operation(summary = "The tree of competences, key enabling technologies first")
    public Listing<CompetenceNode> competences() {
        Map<String, List<CompetenceEntry>> children = taxonomies.current().competences().stream()
                .collect(groupingBy(entry -> entry.parentId().orElse("")));
        return new Listing<>(nodes(children, ""));
    }

    private static List<CompetenceNode> nodes(Map<String, List<CompetenceEntry>> children, String parent) {
        return children.getOrDefault(parent, List.of()).stream()
                .map(entry -> new CompetenceNode(
                        entry.id(), entry.label(), entry.keyEnablingTechnology(), nodes(children, entry.id())))
                .toList();
    }

    @GET
    @Path("nace-sections")
    @Operation(summary = "The sections and divisions of NACE Rev. 2, with their section letters in Rev. 2.1")
    public Listing<SectionNode> naceSections() {
        Taxonomy taxonomy = taxonomies.current();
        Map<String, List<DivisionEntry>> divisions =
                taxonomy.divisions().stream().collect(groupingBy(DivisionEntry::section));
        return new Listing<>(taxonomy.sections().stream()
                .map(section -> new SectionNode(
                        section.code(),
                        section.label(),
                        section.rev21(),
                        divisions.getOrDefault(section.code(), List.of()).stream()
                                .map(division -> new DivisionNode(
                                        division.code(),
                                        division.label(),
                                        division.rev21().orElse(null)))
                                .toList()))
                .toList());
    }

    @GET
    @Path("ecosystems")
    @Operation(summary = "The industrial ecosystems with the NACE divisions that belong to them")
    public Listing<EcosystemNode> ecosystems() {
        Taxonomy taxonomy = taxonomies.current();
        return new Listing<>(taxonomy.ecosystems().stream()
                .map(entry -> new EcosystemNode(
                        entry.id(),
                        entry.label(),
                        taxonomy.view(entry.provenance()),
                        entry.divisions(),
                        taxonomy.view(entry.coding())))
                .toList());
    }

    @GET
    @Path("objectives")
    @Operation(summary = "The policy objectives: the Sustainable Development Goals")
    public Listing<ObjectiveNode> objectives() {
        return new Listing<>(taxonomies.current().objectives().stream()
                .map(entry -> new ObjectiveNode(entry.number(), entry.label()))
                .toList());
    }

    @GET
    @Path("emerging-industries")
    @Operation(
            summary =
                    "The emerging industries of the European cluster observatory, as profiles on its platform name them")
    public Listing<TermNode> emergingIndustries() {
        return terms(Vocabulary.EMERGING_INDUSTRY);
    }

    @GET
    @Path("s3-priority-areas")
    @Operation(
            summary = "Terms of Eye@RIS3 that profiles on the European cluster platform name as priority areas",
            description = "Only those that were seen there: the whole list could not be read.")
    public Listing<TermNode> s3PriorityAreas() {
        return terms(Vocabulary.S3_PRIORITY_AREA);
    }

    private Listing<TermNode> terms(Vocabulary vocabulary) {
        Taxonomy taxonomy = taxonomies.current();
        return new Listing<>(taxonomy.terms(vocabulary).stream()
                .map(term -> new TermNode(term.id(), term.label(), taxonomy.view(term.provenance())))
                .toList());
    }

    record CompetenceNode(String id, String label, boolean keyEnablingTechnology, List<CompetenceNode> children) {}

    record SectionNode(String code, String label, String rev21, List<DivisionNode> divisions) {}

    record DivisionNode(String code, String label, String rev21) {}

    record EcosystemNode(
            String id,
            String label,
            ProvenanceView provenance,
            List<String> divisions,
            ProvenanceView divisionsProvenance) {}

    record TermNode(String id, String label, ProvenanceView provenance) {}

    record ObjectiveNode(int number, String label) {}
}
