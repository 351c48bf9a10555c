package eu.urbact.infocus.event.programmeimport.rest;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.ProblemType;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.yaml.FileNote;
import eu.urbact.infocus.event.programme.ProgrammeProblem;
import eu.urbact.infocus.event.programmeimport.ImportProgramme;
import eu.urbact.infocus.event.programmeimport.ImportProgramme.Imported;
import eu.urbact.infocus.event.programmeimport.ImportProgramme.Rejected;
import eu.urbact.infocus.event.programmeimport.ImportProgramme.Result;

/** Takes programme files. */
@Path("/api/v1/admin/programme-imports")
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class ProgrammeImportResource {

    private static final String YAML = "application/yaml";

    private final ImportProgramme importProgramme;

    ProgrammeImportResource(ImportProgramme importProgramme) {
        this.importProgramme = importProgramme;
    }

    /** Takes over a file completely or not at all. */
    @POST
    @Consumes(YAML)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importProgramme",
            summary = "Announces the workshop of a programme file and puts its programme into the draft",
            description =
                    "The same file again changes nothing. A file that differs from what is there replaces it only with"
                            + " If-Match, which holds the entity tag of the draft that you have read. The format is described"
                            + " in the README of the service.")
    @RequestBody(required = true, content = @Content(mediaType = YAML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponseSchema(value = ImportView.class, responseCode = "201", responseDescription = "Taken over")
    @APIResponse(
            responseCode = "200",
            description = "Taken over before; nothing has changed",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "412", description = "stale: the draft has changed since you read it")
    @APIResponse(
            responseCode = "428",
            description = "precondition-required: there is another draft already, and the header If-Match is missing")
    @APIResponse(
            responseCode = "422",
            description = "programme-file-invalid: the file has errors, each with line, column, field and message")
    public Response importFile(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, byte[] yaml) {
        Result result = importProgramme.importFile(yaml, draft -> EntityTags.require(ifMatch, draft));
        if (result instanceof Rejected rejected) {
            throw problem(rejected.errors());
        }
        Imported imported = (Imported) result;
        URI draft = UriBuilder.fromPath("/api/v1/admin/workshops/{slug}/draft").build(imported.slug());
        Response.ResponseBuilder answer =
                imported.changed() ? Response.created(draft) : Response.ok().location(draft);
        return answer.entity(ImportView.of(imported))
                .header(HttpHeaders.ETAG, EntityTags.of(imported.revision()))
                .build();
    }

    private static HttpProblem problem(List<FileNote> errors) {
        ProblemType type = ProgrammeProblem.FILE_INVALID;
        return HttpProblem.builder()
                .withType(Problems.uri(type))
                .withTitle(type.title())
                .withStatus(type.status())
                .withDetail(
                        errors.size() == 1 ? "One place needs attention." : errors.size() + " places need attention.")
                .with(Problems.ERRORS, errors)
                .build();
    }

    /**
     * What an import did.
     *
     * @param workshopId the workshop of the file
     * @param slug its name in addresses
     * @param draftVersion the draft's version now; also the entity tag to release it with
     * @param changed whether anything is different from before
     * @param warnings what somebody should look at
     */
    public record ImportView(
            UUID workshopId, String slug, long draftVersion, boolean changed, List<FileNote> warnings) {

        static ImportView of(Imported imported) {
            return new ImportView(
                    imported.workshopId(),
                    imported.slug(),
                    imported.revision(),
                    imported.changed(),
                    imported.warnings());
        }
    }
}
