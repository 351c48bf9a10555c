package eu.urbact.infocus.portal.door;

import java.util.ArrayList;
import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.Download;
import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.AttendanceFigures;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.DoorDay;
import eu.urbact.infocus.portal.shell.services.NoShows;
import eu.urbact.infocus.portal.shell.services.OwnAttendance;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.WalkIn;

/** Who was there, for organisers. */
@Path("/org")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
public class AttendancePages {

    private final Services services;
    private final Shell shell;
    private final Certificates certificates;

    AttendancePages(Services services, Shell shell, Certificates certificates) {
        this.services = services;
        this.shell = shell;
        this.certificates = certificates;
    }

    /** Each day: present, walk-ins, who did not come, and the lists to take away. */
    @GET
    @Path("w/{slug}/attendance")
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<String> attendance(
            @PathParam("slug") String slug, @QueryParam("done") @DefaultValue("") String done) {
        return page(200, services.callOf(slug).orThrow(), done, FormErrors.NONE);
    }

    /** Forgets who walked in, when the person has asked for it. */
    @POST
    @Path("w/{slug}/attendance/forget")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<String> forget(
            @PathParam("slug") String slug, @FormParam("walkIn") @DefaultValue("") String walkIn) {
        Call call = services.callOf(slug).orThrow();
        Answer<Boolean> answer = services.door(client -> {
            client.eraseWalkIn(shell.getVisitor().bearer(), call.id(), walkIn);
            return true;
        });
        if (answer.isDown()) {
            return page(
                    503,
                    call,
                    "",
                    FormErrors.general(
                            "It was not confirmed, because registration does not answer. Press the button again."));
        }
        answer.orThrow();
        return RestResponse.seeOther(UriBuilder.fromPath("/org/w/{slug}/attendance")
                .queryParam("done", "FORGOTTEN")
                .build(slug));
    }

    /** Where a sign-in that was asked for in the middle of it comes back to. */
    @GET
    @Path("w/{slug}/attendance/forget")
    public RestResponse<String> afterSignIn(@PathParam("slug") String slug) {
        return RestResponse.seeOther(
                UriBuilder.fromPath("/org/w/{slug}/attendance").build(slug));
    }

    private RestResponse<String> page(int status, Call call, String done, FormErrors errors) {
        String bearer = shell.getVisitor().bearer();
        List<DayReport> reports = new ArrayList<>();
        for (DoorDay day :
                services.door(client -> client.days(bearer, call.id())).orThrow()) {
            Answer<NoShows> noShows = day.isPast() && day.isOfWorkshop()
                    ? services.door(client ->
                            client.noShows(bearer, call.id(), day.date().toString()))
                    : new Answer.Missing<>();
            Answer<List<WalkIn>> walkIns = day.walkIns() > 0
                    ? services.door(client ->
                            client.walkIns(bearer, call.id(), day.date().toString()))
                    : new Answer.Missing<>();
            reports.add(new DayReport(day, noShows, walkIns));
        }
        Answer<AttendanceFigures> figures = services.door(client -> client.figures(bearer, call.id()));
        return HtmlPage.of(
                status,
                Templates.attendance(
                        call,
                        reports,
                        reports.stream()
                                .map(DayReport::day)
                                .filter(DoorDay::isOfWorkshop)
                                .allMatch(DoorDay::isPast),
                        figures,
                        services.cities().or(Page.empty()).items(),
                        done,
                        errors));
    }

    /** The figures over all days to take away, without names. */
    @GET
    @Path("w/{slug}/attendance-figures.{format: csv|xlsx}")
    public RestResponse<byte[]> figures(@PathParam("slug") String slug, @PathParam("format") String format) {
        Call call = services.callOf(slug).orThrow();
        byte[] table = services.door(
                        client -> client.figuresTable(shell.getVisitor().bearer(), call.id(), format))
                .orThrow();
        return Download.ofPeople(table, "attendance-figures", format);
    }

    /** The certificate of one person, an application or a walk-in, who was there; for others a page that says why there is none. */
    @GET
    @Path("w/{slug}/attendance/{person}/certificate.pdf")
    public RestResponse<?> certificate(@PathParam("slug") String slug, @PathParam("person") String person) {
        Call call = services.callOf(slug).orThrow();
        OwnAttendance attendance = services.door(
                        client -> client.attendanceOf(shell.getVisitor().bearer(), call.id(), person))
                .orThrow();
        return attendance.days().isEmpty()
                ? HtmlPage.of(404, Templates.notCertified(call, attendance))
                : certificates.of(attendance);
    }

    /** The same to take away, one row per person and day. */
    @GET
    @Path("w/{slug}/attendance.{format: csv|xlsx}")
    public RestResponse<byte[]> table(@PathParam("slug") String slug, @PathParam("format") String format) {
        Call call = services.callOf(slug).orThrow();
        byte[] table = services.door(client -> client.table(shell.getVisitor().bearer(), call.id(), format))
                .orThrow();
        return Download.ofPeople(table, "attendance", format);
    }

    /** A day with who did not come, once that is known, and who came without a place, as long as that is known. */
    public record DayReport(DoorDay day, Answer<NoShows> noShows, Answer<List<WalkIn>> walkIns) {}

    @CheckedTemplate(basePath = "door")
    static class Templates {
        private Templates() {}

        static native TemplateInstance attendance(
                Call call,
                List<DayReport> reports,
                boolean over,
                Answer<AttendanceFigures> figures,
                List<City> cities,
                String done,
                FormErrors errors);

        static native TemplateInstance notCertified(Call call, OwnAttendance attendance);
    }
}
