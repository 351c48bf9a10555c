package eu.urbact.infocus.registration.selfservice.rest;

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
import eu.urbact.infocus.registration.application.RenewLink;

/** Organisers revoke somebody's links when that person tells them that one has got into wrong hands. They never see the new one. */
@Path("/api/v1/admin/applications/{id}/link-renewals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class AdminLinksResource {

    private final Applications applications;
    private final RenewLink renewLink;

    AdminLinksResource(Applications applications, RenewLink renewLink) {
        this.applications = applications;
        this.renewLink = renewLink;
    }

    @POST
    @Transactional
    @Operation(summary = "Make all links and tickets of this application worthless; the person gets a new link by mail")
    @APIResponse(responseCode = "204", description = "A mail is on its way; the entity tag is the new one")
    @APIResponse(responseCode = "409", description = "The person's data have been erased")
    @APIResponse(responseCode = "412", description = "Somebody has changed the application in the meantime")
    public Response renew(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Application application = applications.findByIdOptional(id).orElseThrow(Problems::notFound);
        EntityTags.require(ifMatch, application.version());
        return Response.noContent()
                .header(
                        HttpHeaders.ETAG,
                        EntityTags.of(
                                Problems.orThrow(renewLink.byOrganiser(id)).version()))
                .build();
    }
}
