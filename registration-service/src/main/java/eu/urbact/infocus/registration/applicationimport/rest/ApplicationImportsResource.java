package eu.urbact.infocus.registration.applicationimport.rest;

import java.net.URI;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.table.CsvFile;
import eu.urbact.infocus.chassis.table.TableFormat;
import eu.urbact.infocus.registration.application.BringInApplications;
import eu.urbact.infocus.registration.application.rest.ApplicationDetail;
import eu.urbact.infocus.registration.applicationimport.ImportApplications;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.question.ReadTabulatedAnswers;

/** Takes tables of applications. */
@Path("/api/v1/admin/calls/{id}/application-imports")
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class ApplicationImportsResource {

    private static final int MOST_ROWS = 2_000;
    private static final String WHOLE = "whole";

    /** What became of a line. */
    public enum LineOutcome {
        /** The person has an application now. */
        CREATED,
        /** The person has applied to this call before, whatever became of it; nothing has changed. */
        ALREADY_THERE,
        /** The line was not taken. */
        REFUSED,
        /** The line stands for somebody whose data were erased; there is nobody to bring in. */
        ERASED
    }

    /**
     * One line of the file.
     *
     * @param line where it begins, counted from 1, the header included
     * @param applicationId the person's application, or null
     * @param openQuestions of somebody who has been brought in: what must be answered and is not
     */
    public record ImportedLine(
            long line,
            LineOutcome outcome,
            UUID applicationId,
            List<ImportError> errors,
            List<ApplicationDetail.OpenQuestion> openQuestions) {}

    /**
     * What is wrong with a line.
     *
     * @param column key of the column, or null when it is about the whole line
     * @param message how to mend it; never the value itself
     */
    public record ImportError(String column, String message) {}

    /**
     * What came of the file.
     *
     * @param erased how many lines stand for somebody whose data were erased
     * @param ignoredColumns columns of the export that say nothing that could be brought in, also those of answers to what this call does not
     *     ask applicants
     */
    public record ImportReport(
            int created,
            int alreadyThere,
            int refused,
            int erased,
            List<ImportedLine> lines,
            List<String> ignoredColumns) {}

    private final Calls calls;
    private final LineReader lineReader;
    private final ReadTabulatedAnswers readAnswers;
    private final ImportApplications importApplications;
    private final Idempotency idempotency;

    ApplicationImportsResource(
            Calls calls,
            LineReader lineReader,
            ReadTabulatedAnswers readAnswers,
            ImportApplications importApplications,
            Idempotency idempotency) {
        this.calls = calls;
        this.lineReader = lineReader;
        this.readAnswers = readAnswers;
        this.importApplications = importApplications;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(TableFormat.CSV_TYPE)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Bring in applications as CSV: all of them or none, or line by line",
            description =
                    "Columns are those of the export; what the service itself says about an application (state, decision, ids) is"
                            + " not read, and a line of somebody whose data were erased brings nobody in. answer_<key> holds the answer to what"
                            + " the call asks applicants, as the export writes it and by the rules of the form; what must be answered may be left"
                            + " open, which openQuestions says of the line and of the application. applied_at, a time with its zone, says when the application reached the"
                            + " organisers: not before the opening and not after now; without it they have applied now. A line whose call_id is another call's brings the person without"
                            + " that call's answers and time. Nobody gets a seat by it. Who has applied to this call before stays as they are, so the"
                            + " same file again changes nothing. Each new person gets the mail of somebody who has applied."
                            + " At most 2,000 rows.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ImportReport.class)),
            description = "Brought in, with what became of each line")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ImportReport.class)),
            description = "Nobody new was in the file; nothing has changed")
    @APIResponse(responseCode = "409", description = "The call is a draft or archived, or its workshop is over")
    @APIResponse(responseCode = "412", description = "A question has been changed at this moment; read the call again")
    @APIResponse(
            responseCode = "422",
            description = "import-refused: nothing was brought in; errors say line, column and message")
    public Response importFile(
            @PathParam("id") UUID id,
            @Schema(description = "whole: all lines or none. lines: those that can be taken.")
                    @QueryParam("mode")
                    @DefaultValue(WHOLE)
                    @Pattern(regexp = "whole|lines", message = "must be whole or lines")
                    String mode,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            byte[] csv) {
        Problems.requireFound(calls.findByIdOptional(id));
        CsvFile.Table table = table(csv);
        return idempotency.once(
                "import-applications " + id + " " + mode,
                idempotencyKey,
                HexFormat.of().formatHex(csv),
                () -> bringIn(id, table, mode.equals(WHOLE)));
    }

    private static CsvFile.Table table(byte[] csv) {
        CsvFile.Reading reading = CsvFile.read(csv, MOST_ROWS);
        if (reading instanceof CsvFile.Unreadable unreadable) {
            throw refused(List.of(new LineError(unreadable.line(), null, unreadable.message())));
        }
        CsvFile.Table table = (CsvFile.Table) reading;
        List<LineError> errors = ImportColumns.errors(table.columns());
        if (!errors.isEmpty()) {
            throw refused(errors);
        }
        return table;
    }

    private Response bringIn(UUID callId, CsvFile.Table table, boolean whole) {
        CallForParticipation call = calls.findById(callId);
        List<LineReader.Line> lines = lineReader.read(call, table.rows());
        List<LineReader.Line> good =
                lines.stream().filter(LineReader.Line::isGood).toList();
        int erased = (int) lines.stream().filter(LineReader.Line::erased).count();
        int refused = lines.size() - good.size() - erased;
        if (whole && refused > 0) {
            throw refused(lines.stream().flatMap(line -> line.errors().stream()).toList());
        }
        Iterator<BringInApplications.Entered> entered = Problems.orThrow(importApplications.bringIn(
                        callId, good.stream().map(LineReader.Line::brought).toList(), refused))
                .iterator();
        List<ImportedLine> report = lines.stream()
                .map(line -> line.isGood() ? imported(line, entered.next()) : notTaken(line))
                .toList();
        int created = count(report, LineOutcome.CREATED);
        ImportReport answer = new ImportReport(
                created,
                count(report, LineOutcome.ALREADY_THERE),
                refused,
                erased,
                report,
                ImportColumns.ignored(
                        table.columns(),
                        readAnswers.columns(call),
                        lines.stream().anyMatch(LineReader.Line::ofThisCall)));
        return created == 0
                ? Response.ok(answer).build()
                : Response.created(URI.create("/api/v1/admin/applications?call=" + callId))
                        .entity(answer)
                        .build();
    }

    private static int count(List<ImportedLine> report, LineOutcome outcome) {
        return (int) report.stream().filter(line -> line.outcome() == outcome).count();
    }

    private static ImportedLine imported(LineReader.Line line, BringInApplications.Entered entered) {
        return new ImportedLine(
                line.number(),
                entered.created() ? LineOutcome.CREATED : LineOutcome.ALREADY_THERE,
                entered.applicationId(),
                List.of(),
                entered.created()
                        ? line.open().stream()
                                .map(ApplicationDetail.OpenQuestion::of)
                                .toList()
                        : List.of());
    }

    private static ImportedLine notTaken(LineReader.Line line) {
        return new ImportedLine(
                line.number(),
                line.erased() ? LineOutcome.ERASED : LineOutcome.REFUSED,
                null,
                line.errors().stream()
                        .map(error -> new ImportError(error.column(), error.message()))
                        .toList(),
                List.of());
    }

    private static HttpProblem refused(List<LineError> errors) {
        return Problems.of(
                RegistrationProblem.IMPORT_REFUSED,
                errors.size() == 1 ? "One place needs attention." : errors.size() + " places need attention.",
                Map.of(Problems.ERRORS, errors));
    }
}
