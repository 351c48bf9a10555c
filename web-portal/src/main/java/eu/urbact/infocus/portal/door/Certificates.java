package eu.urbact.infocus.portal.door;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.OwnAttendance;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Services;

/** Certificates of attendance, the same whoever prints one. */
@ApplicationScoped
class Certificates {

    private final Services services;
    private final PdfPrinter printer;
    private final Clock clock;

    Certificates(Services services, PdfPrinter printer, Clock clock) {
        this.services = services;
        this.printer = printer;
        this.clock = clock;
    }

    /** For somebody who was there on at least one day. */
    RestResponse<byte[]> of(OwnAttendance attendance) {
        List<City> cities = services.cities().or(Page.empty()).items();
        return printer.answer(
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

    @CheckedTemplate(basePath = "door")
    static class Templates {
        private Templates() {}

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
