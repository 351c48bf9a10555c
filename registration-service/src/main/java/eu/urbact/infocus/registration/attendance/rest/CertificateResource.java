package eu.urbact.infocus.registration.attendance.rest;

import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.registration.attendance.CertifyAttendance;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;

/** What a certificate of attendance says of one person, for organisers. */
@Path("/api/v1/admin/calls/{id}/attendance/people/{person}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class CertificateResource {

    private final CertifyAttendance certifyAttendance;
    private final Workshops workshops;

    CertificateResource(CertifyAttendance certifyAttendance, Workshops workshops) {
        this.certifyAttendance = certifyAttendance;
        this.workshops = workshops;
    }

    @GET
    @Operation(
            summary = "Show what a certificate of attendance says of one person",
            description =
                    "person: an application, or a walk-in; without an application the days are those on which somebody of this name"
                            + " and organisation walked in. Without days there is nothing to certify. The audit trail says for whom one was made.")
    @APIResponse(
            responseCode = "200",
            description = "The person and their days; not to be stored on the way",
            content = @Content(schema = @Schema(implementation = OwnAttendanceResource.OwnAttendanceResponse.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such person in this call, or nobody knows any more who it was")
    public Response show(@PathParam("id") UUID callId, @PathParam("person") UUID person) {
        CertifyAttendance.Certificate certificate =
                certifyAttendance.of(callId, person).orElseThrow(Problems::notFound);
        Workshop workshop = workshops.findById(certificate.workshopId());
        return Response.ok(new OwnAttendanceResource.OwnAttendanceResponse(
                        workshop.slug(),
                        workshop.title(),
                        workshop.hostCityId(),
                        workshop.place(),
                        workshop.startsAt(),
                        workshop.endsAt(),
                        workshop.zone().getId(),
                        certificate.givenName(),
                        certificate.familyName(),
                        certificate.organisation(),
                        certificate.cityId(),
                        null,
                        certificate.days()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
