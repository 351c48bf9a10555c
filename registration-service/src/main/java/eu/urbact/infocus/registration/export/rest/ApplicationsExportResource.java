package eu.urbact.infocus.registration.export.rest;

import java.time.Clock;
import java.time.LocalDate;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.table.TableFormat;
import eu.urbact.infocus.registration.application.ApplicationFilter;
import eu.urbact.infocus.registration.desk.rest.DeskQuery;
import eu.urbact.infocus.registration.export.ExportApplications;

/** The admission desk's list as a file. */
@Path("/api/v1/admin/applications/export")
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class ApplicationsExportResource {

    private static final String CSV = TableFormat.CSV_TYPE + ";charset=UTF-8";
    private static final String PROBLEM = "application/problem+json";

    private final ExportApplications exportApplications;
    private final Caller caller;
    private final Clock clock;

    ApplicationsExportResource(ExportApplications exportApplications, Caller caller, Clock clock) {
        this.exportApplications = exportApplications;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Produces({CSV, TableFormat.XLSX_TYPE, PROBLEM})
    @Operation(
            summary = "Download the applications of the list, all pages of it, as CSV or XLSX",
            description =
                    "Filters and order are the list's. The keys of the columns are stable, new ones come last. votes_yes,"
                            + " votes_maybe, votes_no and comments count what organisers think; newcomer says whether the person has"
                            + " been to no earlier workshop; staged_decision, staged_reason_code, staged_by (the name of an"
                            + " organiser), staged_at and staged_note are empty where nothing is staged; note is what the person"
                            + " was told with the decision. With a call, a"
                            + " column answer_<key> follows for each question that it asks, or asks no more but has answers to,"
                            + " with underscores for the hyphens of the key; several choices are separated by \"; \". Texts that a spreadsheet program would take for a"
                            + " formula begin with an apostrophe.")
    @APIResponse(
            responseCode = "200",
            description = "The table, with a header row of keys; not to be stored on the way")
    public Response export(
            @QueryParam("format")
                    @DefaultValue("csv")
                    @Pattern(regexp = TableFormat.NAMES, message = TableFormat.NO_SUCH)
                    String format,
            @Valid @BeanParam DeskQuery query) {
        TableFormat table = TableFormat.parse(format).orElseThrow();
        ApplicationFilter filter = query.filter(caller.actor());
        exportApplications.announce(filter, table);
        StreamingOutput rows = out -> exportApplications.write(filter, table, out);
        return Response.ok(rows, table.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        table.contentDisposition("applications-" + LocalDate.now(clock)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
