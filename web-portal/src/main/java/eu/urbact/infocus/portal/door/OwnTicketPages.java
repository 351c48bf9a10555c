package eu.urbact.infocus.portal.door;

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
import eu.urbact.infocus.portal.shell.services.OwnAttendance;
import eu.urbact.infocus.portal.shell.services.Services;

/** The own ticket before, and the own certificate afterwards, by the personal link. */
@Path("/")
@Blocking
public class OwnTicketPages {

    private final Services services;
    private final PdfPrinter printer;
    private final Certificates certificates;

    OwnTicketPages(Services services, PdfPrinter printer, Certificates certificates) {
        this.services = services;
        this.printer = printer;
        this.certificates = certificates;
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
        return attendance.days().isEmpty()
                ? HtmlPage.of(404, Templates.noCertificate(token, attendance))
                : certificates.of(attendance);
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
    }
}
