package eu.urbact.infocus.registration.application.rest;

import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.application.CorrectAddress;
import eu.urbact.infocus.registration.application.EmailAddress;
import eu.urbact.infocus.registration.application.LastChange;
import eu.urbact.infocus.registration.organiser.rest.SeenVersions;

/** Organisers put right where somebody is written to whom no mail reaches. */
@Path("/api/v1/admin/applications/{id}/address")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class AdminAddressResource {

    private final Applications applications;
    private final CorrectAddress correctAddress;
    private final SeenVersions seenVersions;
    private final LastChange lastChange;

    AdminAddressResource(
            Applications applications,
            CorrectAddress correctAddress,
            SeenVersions seenVersions,
            LastChange lastChange) {
        this.applications = applications;
        this.correctAddress = correctAddress;
        this.seenVersions = seenVersions;
        this.lastChange = lastChange;
    }

    @PUT
    @Transactional
    @Operation(
            summary = "Correct the mail address of somebody whom no mail reaches",
            description =
                    "All links and tickets of the application become worthless, and a new link goes to the new address. Ended"
                            + " applications of the same person to the same call follow. The same address again changes nothing.")
    @APIResponse(
            responseCode = "204",
            description = "Corrected, and a mail is on its way; the entity tag is the new one")
    @APIResponse(
            responseCode = "409",
            description =
                    "A live application to this call has this address (address-taken), the person has applied again since, or their data have"
                            + " been erased")
    @APIResponse(responseCode = "412", description = SeenVersions.WHO_WAS_QUICKER)
    public Response correct(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull AddressRequest request) {
        if (applications.findByIdOptional(id).isEmpty()) {
            throw Problems.notFound();
        }
        // locked before it is compared, with the others that follow: a second click at the same moment sees what the
        // first has done
        Application seen = applications.withEndedOnes(id).stream()
                .filter(application -> application.id().equals(id))
                .findFirst()
                .orElseThrow(Problems::notFound);
        seenVersions.require(ifMatch, seen.version(), () -> lastChange.of(id));
        return Response.noContent()
                .header(
                        HttpHeaders.ETAG,
                        EntityTags.of(Problems.orThrow(correctAddress.correct(id, new EmailAddress(request.email())))
                                .version()))
                .build();
    }
}
