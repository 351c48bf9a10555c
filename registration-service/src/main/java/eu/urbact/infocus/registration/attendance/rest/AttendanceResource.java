package eu.urbact.infocus.registration.attendance.rest;

import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.registration.attendance.CheckIns;
import eu.urbact.infocus.registration.attendance.CityAttendance;
import eu.urbact.infocus.registration.attendance.Doors;
import eu.urbact.infocus.registration.attendance.WorkshopDay;
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

        static CityFigures of(CityAttendance city) {
            return new CityFigures(city.cityId(), city.admitted(), city.came());
        }
    }

    /** One workshop in figures; {@code admitted} had a place when a day of the workshop ended, {@code neverCame} of them was there on none. */
    public record WorkshopFigures(
            UUID callId,
            String workshopSlug,
            String workshopTitle,
            int capacity,
            long admitted,
            long came,
            long neverCame,
            List<DayResponse> days,
            List<CityFigures> cities) {}

    private final Calls calls;
    private final Doors doors;
    private final CheckIns checkIns;

    AttendanceResource(Calls calls, Doors doors, CheckIns checkIns) {
        this.calls = calls;
        this.doors = doors;
        this.checkIns = checkIns;
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

    private WorkshopFigures figures(List<Doors.Day> days) {
        Doors.Day first = days.get(0);
        var counts = doors.counts(days);
        List<CityAttendance> cities = checkIns.byCity(
                first.call().id(),
                days.stream()
                        .map(Doors.Day::day)
                        .filter(WorkshopDay::isOfWorkshop)
                        .toList());
        long admitted = cities.stream().mapToLong(CityAttendance::admitted).sum();
        long came = cities.stream().mapToLong(CityAttendance::came).sum();
        return new WorkshopFigures(
                first.call().id(),
                first.workshop().slug(),
                first.workshop().title(),
                first.call().capacity(),
                admitted,
                came,
                admitted - came,
                days.stream()
                        .map(day -> DayResponse.of(day, counts.get(day.date())))
                        .toList(),
                cities.stream().map(CityFigures::of).toList());
    }
}
