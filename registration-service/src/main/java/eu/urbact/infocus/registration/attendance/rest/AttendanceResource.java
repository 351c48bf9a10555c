package eu.urbact.infocus.registration.attendance.rest;

import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.table.TableFormat;
import eu.urbact.infocus.registration.attendance.CountVisitors;
import eu.urbact.infocus.registration.attendance.Doors;
import eu.urbact.infocus.registration.attendance.OverAllDays;
import eu.urbact.infocus.registration.call.Calls;

/** What is left of the door in figures, for organisers. */
@Path("/api/v1/admin/attendance-statistics")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class AttendanceResource {

    /** A city's people at a workshop; no city for those who come with none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CityFigures(String cityId, long admitted, long came) {

        static CityFigures of(OverAllDays.Group city) {
            return new CityFigures(city.key(), city.admitted(), city.came());
        }
    }

    /** Some of the people with a place: a profile, NEWCOMER, RETURNING or FORGOTTEN, or a country. */
    public record GroupFigures(String key, long admitted, long came) {

        static List<GroupFigures> of(List<OverAllDays.Group> groups) {
            return groups.stream()
                    .map(group -> new GroupFigures(group.key(), group.admitted(), group.came()))
                    .toList();
        }
    }

    /**
     * One workshop in figures; {@code admitted} had a place when a day of the workshop ended, {@code neverCame} of them was there on none.
     *
     * @param newcomers NEWCOMER for people who have been to no earlier workshop, RETURNING for those who have, FORGOTTEN for people of whom
     *     nobody knows it any more
     */
    public record WorkshopFigures(
            UUID callId,
            String workshopSlug,
            String workshopTitle,
            int capacity,
            long admitted,
            long came,
            long neverCame,
            List<DayResponse> days,
            List<CityFigures> cities,
            List<GroupFigures> profiles,
            List<GroupFigures> newcomers,
            List<GroupFigures> countries) {}

    private final Calls calls;
    private final Doors doors;
    private final CountVisitors countVisitors;

    AttendanceResource(Calls calls, Doors doors, CountVisitors countVisitors) {
        this.calls = calls;
        this.doors = doors;
        this.countVisitors = countVisitors;
    }

    @GET
    @Operation(summary = "Attendance of every workshop of the series in figures; names nobody")
    public List<WorkshopFigures> statistics() {
        return calls.newestFirst().stream()
                .map(call -> doors.days(call.id()))
                .filter(days -> !days.isEmpty())
                .map(this::figures)
                .toList();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Attendance of one workshop, by its call, in figures; names nobody")
    public WorkshopFigures ofCall(@PathParam("id") UUID callId) {
        return figures(days(callId));
    }

    @GET
    @Path("/{id}/table")
    @Operation(
            summary = "Download attendance in figures, as CSV or XLSX",
            description =
                    "format: csv or xlsx. Columns: kind (total, day, city, profile, newcomer or country), key, had_place, came,"
                            + " never_came, walk_ins (of days only). It names nobody.")
    @APIResponse(
            responseCode = "200",
            description = "The table, with a header row of keys",
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
        return Response.ok(countVisitors.table(days(callId), format), format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, format.contentDisposition("attendance-figures"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private List<Doors.Day> days(UUID callId) {
        List<Doors.Day> days = doors.days(callId);
        if (days.isEmpty()) {
            throw Problems.notFound();
        }
        return days;
    }

    private WorkshopFigures figures(List<Doors.Day> days) {
        Doors.Day first = days.get(0);
        var counts = doors.counts(days);
        OverAllDays figures = countVisitors.overAll(days);
        return new WorkshopFigures(
                first.call().id(),
                first.workshop().slug(),
                first.workshop().title(),
                first.call().capacity(),
                figures.admitted(),
                figures.came(),
                figures.admitted() - figures.came(),
                days.stream()
                        .map(day -> DayResponse.of(day, counts.get(day.date())))
                        .toList(),
                figures.cities().stream().map(CityFigures::of).toList(),
                GroupFigures.of(figures.profiles()),
                GroupFigures.of(figures.newcomers()),
                GroupFigures.of(figures.countries()));
    }
}
