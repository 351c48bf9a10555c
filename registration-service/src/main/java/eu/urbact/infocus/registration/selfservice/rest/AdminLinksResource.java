package eu.urbact.infocus.registration.selfservice.rest;

import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import eu.urbact.infocus.registration.application.LastChange;
import eu.urbact.infocus.registration.application.RenewLink;
import eu.urbact.infocus.registration.organiser.rest.SeenVersions;

/** Organisers revoke somebody's links when that person tells them that one has got into wrong hands. They never see the new one. */
@Path("/api/v1/admin/applications/{id}/link-renewals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class AdminLinksResource {

    private final Applications applications;
    private final RenewLink renewLink;
    private final SeenVersions seenVersions;
    private final LastChange lastChange;

    AdminLinksResource(
            Applications applications, RenewLink renewLink, SeenVersions seenVersions, LastChange lastChange) {
        this.applications = applications;
        this.renewLink = renewLink;
        this.seenVersions = seenVersions;
        this.lastChange = lastChange;
    }

    @POST
    @Transactional
    @Operation(summary = "Make all links and tickets of this application worthless; the person gets a new link by mail")
    @APIResponse(responseCode = "204", description = "A mail is on its way; the entity tag is the new one")
    @APIResponse(responseCode = "409", description = "The person's data have been erased")
    @APIResponse(responseCode = "412", description = SeenVersions.WHO_WAS_QUICKER)
    public Response renew(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        // locked before it is compared: a second click at the same moment sees what the first has done
        Application application =
                applications.locked(List.of(id)).stream().findFirst().orElseThrow(Problems::notFound);
        seenVersions.require(ifMatch, application.version(), () -> lastChange.of(id));
        return Response.noContent()
                .header(
                        HttpHeaders.ETAG,
                        EntityTags.of(
                                Problems.orThrow(renewLink.byOrganiser(id)).version()))
                .build();
    }
}
