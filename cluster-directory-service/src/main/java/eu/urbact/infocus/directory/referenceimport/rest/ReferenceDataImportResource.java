package eu.urbact.infocus.directory.referenceimport.rest;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.yaml.FileNote;
import eu.urbact.infocus.directory.reference.Change;
import eu.urbact.infocus.directory.referenceimport.ImportEntry;
import eu.urbact.infocus.directory.referenceimport.ImportOutcome;
import eu.urbact.infocus.directory.referenceimport.ImportReferenceData;
import eu.urbact.infocus.directory.referenceimport.Kind;
import eu.urbact.infocus.directory.referenceimport.ReferenceImport;
import eu.urbact.infocus.directory.referenceimport.ReferenceImport.ImportReport;
import eu.urbact.infocus.directory.referenceimport.ReferenceImports;

/** Imports of reference data. */
@Path("/api/v1/admin/reference-data-imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
class ReferenceDataImportResource {

    private final ImportReferenceData importReferenceData;
    private final ReferenceImports imports;

    ReferenceDataImportResource(ImportReferenceData importReferenceData, ReferenceImports imports) {
        this.importReferenceData = importReferenceData;
        this.imports = imports;
    }

    @POST
    @Consumes("application/yaml")
    @Operation(
            summary = "Bring a file of reference data in",
            description =
                    "Completely or not at all. What the file does not mention stays; bringing the same file in again"
                            + " changes nothing. The format is described in the service's README.")
    @APIResponse(
            responseCode = "201",
            description = "It took effect",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "422", description = "It is faulty: the errors give line, column, field and message")
    public Response bringIn(byte[] file) {
        ImportOutcome outcome = importReferenceData.take(file);
        if (outcome instanceof ImportOutcome.Taken taken) {
            ImportView view = ImportView.of(taken.report());
            return Response.created(URI.create("/api/v1/admin/reference-data-imports/" + view.id()))
                    .entity(view)
                    .build();
        }
        throw faulty(((ImportOutcome.Faulty) outcome).notes());
    }

    private static HttpProblem faulty(List<FileNote> notes) {
        return HttpProblem.builder()
                .withType(Problems.uri(ImportProblem.REFERENCE_DATA_FAULTY))
                .withTitle(ImportProblem.REFERENCE_DATA_FAULTY.title())
                .withStatus(ImportProblem.REFERENCE_DATA_FAULTY.status())
                .withDetail(notes.size() == 1 ? "One error was found." : notes.size() + " errors were found.")
                .with(Problems.ERRORS, notes)
                .build();
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "What an import brought, entry by entry")
    public ImportView imported(@PathParam("id") UUID id) {
        return imports.findByIdOptional(id)
                .map(ReferenceImport::report)
                .map(ImportView::of)
                .orElseThrow(Problems::notFound);
    }

    record ImportView(
            UUID id,
            String dataVersion,
            Instant importedAt,
            String actor,
            long created,
            long updated,
            long unchanged,
            long kept,
            List<EntryView> entries) {

        private static ImportView of(ImportReport report) {
            return new ImportView(
                    report.id(),
                    report.dataVersion(),
                    report.importedAt(),
                    report.actor(),
                    count(report, Change.CREATED),
                    count(report, Change.UPDATED),
                    count(report, Change.UNCHANGED),
                    count(report, Change.KEPT),
                    report.entries().stream().map(EntryView::of).toList());
        }

        private static long count(ImportReport report, Change change) {
            return report.entries().stream()
                    .filter(entry -> entry.change() == change)
                    .count();
        }
    }

    record EntryView(int line, Kind kind, String id, Change change) {

        private static EntryView of(ImportEntry entry) {
            return new EntryView(entry.line(), entry.kind(), entry.objectId(), entry.change());
        }
    }
}
