package eu.urbact.infocus.registration.attendance.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.attendance.DaysAttended;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.recipient.PersonalPages;
import eu.urbact.infocus.registration.selfservice.rest.OwnApplications;

/** The own ticket, and the own attendance afterwards. */
@Path("/api/v1/self-service/attendance")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class OwnAttendanceResource {

    /**
     * What a ticket and a certificate of attendance say.
     *
     * @param workshopPlace where it takes place, as precisely as that is known
     * @param ticket what the code on the ticket says; absent without a place
     * @param days on which the person was there, with a place or without one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnAttendanceResponse(
            String workshopSlug,
            String workshopTitle,
            String hostCityId,
            String workshopPlace,
            Instant startsAt,
            Instant endsAt,
            String zone,
            String givenName,
            String familyName,
            String organisation,
            String cityId,
            String ticket,
            List<LocalDate> days) {}

    private final OwnApplications ownApplications;
    private final PersonalPages pages;
    private final Workshops workshops;
    private final DaysAttended daysAttended;

    OwnAttendanceResource(
            OwnApplications ownApplications, PersonalPages pages, Workshops workshops, DaysAttended daysAttended) {
        this.ownApplications = ownApplications;
        this.pages = pages;
        this.workshops = workshops;
        this.daysAttended = daysAttended;
    }

    @GET
    @Operation(
            summary = "Show the own ticket and the days on which one was there",
            description = "404 for every link that does not open one, whatever the cause.")
    @APIResponse(
            responseCode = "200",
            description = "Ticket and attendance",
            content = @Content(schema = @Schema(implementation = OwnAttendanceResponse.class)))
    public Response show(@HeaderParam(OwnApplications.LINK_HEADER) String token) {
        Application application = ownApplications.find(token);
        Workshop workshop = workshops.findById(application.workshopId());
        return OwnApplications.answer(new OwnAttendanceResponse(
                        workshop.slug(),
                        workshop.title(),
                        workshop.hostCityId(),
                        workshop.place(),
                        workshop.startsAt(),
                        workshop.endsAt(),
                        workshop.zone().getId(),
                        application.givenName(),
                        application.familyName(),
                        application.organisation(),
                        application.cityId(),
                        pages.ticket(application).orElse(null),
                        daysAttended.of(application)))
                .build();
    }
}
