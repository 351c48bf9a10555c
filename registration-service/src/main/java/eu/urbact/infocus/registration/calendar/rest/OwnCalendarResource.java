package eu.urbact.infocus.registration.calendar.rest;

import java.net.URI;
import java.time.Clock;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.calendar.CalendarEntry;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.recipient.PortalConfig;
import eu.urbact.infocus.registration.selfservice.rest.OwnApplications;

/** The workshop for the own calendar. The signed link comes in a header, so that it stands in no access log. */
@Path("/api/v1/self-service/calendar")
@PermitAll
@Tag(name = "Public")
public class OwnCalendarResource {

    private static final String CALENDAR = "text/calendar";

    private final OwnApplications ownApplications;
    private final Workshops workshops;
    private final PortalConfig portal;
    private final Clock clock;

    OwnCalendarResource(OwnApplications ownApplications, Workshops workshops, PortalConfig portal, Clock clock) {
        this.ownApplications = ownApplications;
        this.workshops = workshops;
        this.portal = portal;
        this.clock = clock;
    }

    @GET
    @Produces({CALENDAR, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Download the workshop as an iCalendar file, in the time of its venue",
            description = "404 for every link that does not open an application, whatever the cause.")
    @APIResponse(
            responseCode = "200",
            description = "One entry with the days of the workshop",
            content = @Content(mediaType = CALENDAR, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "409", description = "The person has no place")
    public Response calendar(@HeaderParam(OwnApplications.LINK_HEADER) String token) {
        Application application = ownApplications.find(token);
        if (application.state() != ApplicationState.ADMITTED) {
            throw Problems.of(RegistrationProblem.NOT_ADMITTED, "The entry is there for people who have a place.");
        }
        Workshop workshop = workshops.findById(application.workshopId());
        URI page = URI.create(portal.baseUrl().toString().replaceFirst("/$", "") + "/en/w/" + workshop.slug());
        String entry = CalendarEntry.of(workshop, page, application.decidedAt(), clock.instant());
        return Response.ok(entry, CALENDAR + ";charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + workshop.slug() + ".ics\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
