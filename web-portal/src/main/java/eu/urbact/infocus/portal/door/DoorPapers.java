package eu.urbact.infocus.portal.door;

import java.util.ArrayList;
import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.AttendanceSheet;
import eu.urbact.infocus.portal.shell.services.Attendee;
import eu.urbact.infocus.portal.shell.services.Badge;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.WalkIn;

/** What lies on the table at the door: the list to sign and the badges. */
@Path("/desk")
@RolesAllowed({Visitor.DESK, Visitor.ORGANISER})
@Blocking
public class DoorPapers {

    private final Services services;
    private final Shell shell;
    private final PdfPrinter printer;

    DoorPapers(Services services, Shell shell, PdfPrinter printer) {
        this.services = services;
        this.shell = shell;
        this.printer = printer;
    }

    /** The attendance list of a day, to print from the browser. */
    @GET
    @Path("w/{slug}/{date}/list")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance list(@PathParam("slug") String slug, @PathParam("date") String date) {
        AttendanceSheet sheet = sheet(slug, date);
        return Templates.list(sheet, cities(), venue(sheet), unprintable(sheet));
    }

    /** The same as PDF. */
    @GET
    @Path("w/{slug}/{date}/list.pdf")
    public RestResponse<byte[]> listAsPdf(@PathParam("slug") String slug, @PathParam("date") String date) {
        AttendanceSheet sheet = sheet(slug, date);
        return printer.answer(
                "attendance-" + sheet.date(),
                Templates.listPdf(sheet, cities(), venue(sheet), unprintable(sheet), printer.emblem()));
    }

    /** Badges for everybody with a place, eight on a sheet. */
    @GET
    @Path("w/{slug}/badges.pdf")
    public RestResponse<byte[]> badges(@PathParam("slug") String slug) {
        Call call = services.callOf(slug).orThrow();
        List<Badge> badges = services.door(
                        client -> client.badges(shell.getVisitor().bearer(), call.id()))
                .orThrow();
        List<List<PrintedBadge>> rows = new ArrayList<>();
        for (int i = 0; i < badges.size(); i += 2) {
            rows.add(badges.subList(i, Math.min(i + 2, badges.size())).stream()
                    .map(badge -> new PrintedBadge(badge, QrCode.of(badge.ticket())))
                    .toList());
        }
        return printer.answer("badges", Templates.badgesPdf(call, rows, cities(), printer.emblem()));
    }

    private AttendanceSheet sheet(String slug, String date) {
        Call call = services.callOf(slug).orThrow();
        return services.door(client -> client.sheet(shell.getVisitor().bearer(), call.id(), date))
                .orThrow();
    }

    /** Where the day takes place; event-service knows, and when it is down the list says so instead of not being there. */
    private Answer<String> venue(AttendanceSheet sheet) {
        return services.event(client -> client.programme(
                        sheet.workshopSlug(), shell.getVisitor().bearer()))
                .map(programme -> Venues.of(programme, List.of(sheet.date())));
    }

    /** The rows, as they are numbered, in which a letter would be missing on paper; empty when there are none. */
    private String unprintable(AttendanceSheet sheet) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < sheet.people().size(); i++) {
            Attendee person = sheet.people().get(i);
            if (!printer.canPrint(person.listName() + person.organisation())) {
                rows.add(String.valueOf(i + 1));
            }
        }
        for (int i = 0; i < sheet.walkIns().size(); i++) {
            WalkIn guest = sheet.walkIns().get(i);
            if (!printer.canPrint(guest.listName() + guest.organisation())) {
                rows.add("W" + (i + 1));
            }
        }
        return String.join(", ", rows);
    }

    private List<City> cities() {
        return services.cities().or(Page.empty()).items();
    }

    /** A badge with its code. */
    public record PrintedBadge(Badge badge, QrCode code) {

        private static final int SHORT = 18;
        private static final int LONG = 40;

        /** How large the names are printed: a badge has one size, so that all of them are cut along the same lines. */
        public String size() {
            int longest =
                    Math.max(badge.givenName().length(), badge.familyName().length());
            return longest <= SHORT ? "short" : longest <= LONG ? "long" : "longest";
        }
    }

    @CheckedTemplate(basePath = "door")
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(
                AttendanceSheet sheet, List<City> cities, Answer<String> venue, String unprintable);

        static native TemplateInstance listPdf(
                AttendanceSheet sheet, List<City> cities, Answer<String> venue, String unprintable, String emblem);

        static native TemplateInstance badgesPdf(
                Call call, List<List<PrintedBadge>> rows, List<City> cities, String emblem);
    }
}
