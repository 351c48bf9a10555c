package eu.urbact.infocus.portal.door;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.PersonalLinks;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.OwnAttendance;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Services;

/** The own ticket before, and the own certificate afterwards, by the personal link. */
@Path("/")
@Blocking
public class OwnTicketPages {

    private final Services services;
    private final PdfPrinter printer;
    private final Clock clock;

    OwnTicketPages(Services services, PdfPrinter printer, Clock clock) {
        this.services = services;
        this.printer = printer;
        this.clock = clock;
    }

    /** The code to show at the door, and the days attended. */
    @GET
    @Path("en/my/{token}/ticket")
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<String> ticket(@PathParam("token") String token, HttpServerRequest request) {
        Answer<OwnAttendance> own = find(token, request);
        if (own.isMissing()) {
            return PersonalLinks.unknown();
        }
        OwnAttendance attendance = own.orThrow();
        QrCode code = attendance.ticket() == null ? null : QrCode.of(attendance.ticket());
        return HtmlPage.of(
                200,
                Templates.ownTicket(
                        token, attendance, code, !printer.canPrint(attendance.name() + attendance.organisation())));
    }

    /** The certificate for the days attended; before there are any, a page that says when it will be there. */
    @GET
    @Path("en/my/{token}/certificate")
    public RestResponse<?> certificate(@PathParam("token") String token, HttpServerRequest request) {
        Answer<OwnAttendance> own = find(token, request);
        if (own.isMissing()) {
            return PersonalLinks.unknown();
        }
        OwnAttendance attendance = own.orThrow();
        List<City> cities = services.cities().or(Page.empty()).items();
        return attendance.days().isEmpty()
                ? HtmlPage.of(404, Templates.noCertificate(token, attendance))
                : printer.answer(
                        "certificate",
                        Templates.certificatePdf(
                                attendance,
                                // nobody is certified by another name
                                !printer.canPrint(attendance.name()),
                                !printer.canPrint(attendance.organisation()),
                                cities,
                                venue(attendance),
                                LocalDate.ofInstant(clock.instant(), ZoneId.of(attendance.zone())),
                                printer.emblem()));
    }

    /** The certificate does not wait for event-service, which knows it: without it the city is enough. */
    private Answer<String> venue(OwnAttendance attendance) {
        return services.event(client -> client.programme(attendance.workshopSlug(), null))
                .map(programme -> Venues.of(programme, attendance.days()));
    }

    private Answer<OwnAttendance> find(String token, HttpServerRequest request) {
        return PersonalLinks.ask(
                token, () -> services.door(client -> client.ownAttendance(token, PersonalLinks.address(request))));
    }

    @CheckedTemplate(basePath = "door")
    static class Templates {
        private Templates() {}

        static native TemplateInstance ownTicket(String token, OwnAttendance attendance, QrCode code, boolean byHand);

        static native TemplateInstance noCertificate(String token, OwnAttendance attendance);

        static native TemplateInstance certificatePdf(
                OwnAttendance attendance,
                boolean nameByHand,
                boolean organisationByHand,
                List<City> cities,
                Answer<String> venue,
                LocalDate issued,
                String emblem);
    }
}
