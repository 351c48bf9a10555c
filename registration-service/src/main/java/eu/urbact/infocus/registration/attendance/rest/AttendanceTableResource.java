package eu.urbact.infocus.registration.attendance.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.table.TableFormat;
import eu.urbact.infocus.chassis.table.TableWriter;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.attendance.Attendee;
import eu.urbact.infocus.registration.attendance.CheckIns;
import eu.urbact.infocus.registration.attendance.Doors;
import eu.urbact.infocus.registration.attendance.WalkIn;
import eu.urbact.infocus.registration.attendance.WalkIns;

/** Attendance to take away: one row per person and day. */
@Path("/api/v1/admin/calls/{id}/attendance")
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class AttendanceTableResource {

    private static final List<String> COLUMNS = List.of(
            "date",
            "kind",
            "family_name",
            "given_name",
            "organisation",
            "city",
            "country",
            "present",
            "arrived_at",
            "profile",
            "contributor",
            "cluster_id");

    private final Doors doors;
    private final CheckIns checkIns;
    private final WalkIns walkIns;
    private final Applications applications;
    private final AuditTrail audit;

    AttendanceTableResource(
            Doors doors, CheckIns checkIns, WalkIns walkIns, Applications applications, AuditTrail audit) {
        this.doors = doors;
        this.checkIns = checkIns;
        this.walkIns = walkIns;
        this.applications = applications;
        this.audit = audit;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Download attendance, one row per person and day",
            description = "format: csv or xlsx. kind: place or walk-in. Columns: date, kind, family_name, given_name,"
                    + " organisation, city, country, present, arrived_at, profile, contributor, cluster_id; the last three are"
                    + " empty for whoever has walked in without an application.")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = {
                @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = TableFormat.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response table(
            @PathParam("id") UUID callId,
            @QueryParam("format")
                    @DefaultValue("csv")
                    @Pattern(regexp = TableFormat.NAMES, message = TableFormat.NO_SUCH)
                    String formatName) {
        TableFormat format = TableFormat.parse(formatName).orElseThrow();
        List<Doors.Day> days = doors.days(callId);
        if (days.isEmpty()) {
            throw Problems.notFound();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int rows = 0;
        try (TableWriter table = format.open(out, "Attendance", COLUMNS)) {
            for (Doors.Day day : days) {
                for (Attendee person : checkIns.sheet(callId, day.day())) {
                    if (!day.concerns(person)) {
                        continue;
                    }
                    table.row(Arrays.asList(
                            day.date(),
                            "place",
                            person.familyName(),
                            person.givenName(),
                            person.organisation(),
                            person.cityId(),
                            person.country(),
                            person.checkedInAt() != null,
                            person.checkedInAt(),
                            person.profile(),
                            person.contributor(),
                            person.clusterId()));
                    rows++;
                }
                List<WalkIn> guests = walkIns.everybody(callId, day.date());
                Map<UUID, Application> applicants = applicants(guests);
                for (WalkIn guest : guests) {
                    Application applicant = applicants.get(guest.applicationId());
                    table.row(Arrays.asList(
                            day.date(),
                            "walk-in",
                            guest.familyName(),
                            guest.givenName(),
                            guest.organisation(),
                            guest.cityId(),
                            guest.country(),
                            true,
                            guest.arrivedAt(),
                            applicant == null ? null : applicant.profile(),
                            applicant == null ? null : applicant.contributor(),
                            applicant == null ? null : applicant.clusterId()));
                    rows++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record(
                "attendance-exported", "call", callId.toString(), Map.of("format", format.extension(), "rows", rows));
        return Response.ok(out.toByteArray(), format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, format.contentDisposition("attendance"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Map<UUID, Application> applicants(List<WalkIn> guests) {
        return applications
                .all(guests.stream()
                        .map(WalkIn::applicationId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Application::id, Function.identity()));
    }
}
