package eu.urbact.infocus.event.programme.rest;

import java.net.URI;
import java.util.Map;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.event.programme.ReadProgramme;
import eu.urbact.infocus.event.programme.ReadProgramme.Draft;
import eu.urbact.infocus.event.programme.ReleaseProgramme;
import eu.urbact.infocus.event.programme.ReleaseProgramme.Release;
import eu.urbact.infocus.event.programme.rest.ProgrammeView.ReleaseRef;

/** What organisers do with a programme: look at the draft and release it. */
@Path("/api/v1/admin/workshops/{slug:" + WorkshopResource.SLUG + "}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class DraftResource {

    private final ReadProgramme programmes;
    private final ReleaseProgramme releaseProgramme;
    private final Idempotency idempotency;

    DraftResource(ReadProgramme programmes, ReleaseProgramme releaseProgramme, Idempotency idempotency) {
        this.programmes = programmes;
        this.releaseProgramme = releaseProgramme;
        this.idempotency = idempotency;
    }

    /** The draft. */
    @GET
    @Path("/draft")
    @Operation(operationId = "getDraft", summary = "The draft of a programme, with its entity tag")
    @APIResponseSchema(DraftView.class)
    @APIResponse(responseCode = "404", description = "There is no such workshop, or it has no draft")
    public Response draft(@PathParam("slug") String slug) {
        Draft draft = programmes.draft(slug).orElseThrow(Problems::notFound);
        return Response.ok(DraftView.of(draft))
                .header(HttpHeaders.ETAG, EntityTags.of(draft.revision()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .build();
    }

    /** Releases the draft that the organiser has read. */
    @POST
    @Path("/releases")
    @Operation(
            operationId = "releaseProgramme",
            summary = "Makes the draft public as the next numbered version",
            description = "If-Match holds the entity tag of the draft that you have read.")
    @APIResponseSchema(value = ReleaseRef.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "There is no such workshop, or it has no draft")
    @APIResponse(responseCode = "409", description = "nothing-to-release: the draft is what was released last")
    @APIResponse(responseCode = "412", description = "stale: the draft has changed since you read it")
    @APIResponse(responseCode = "428", description = "precondition-required: the header If-Match is missing")
    public Response release(
            @PathParam("slug") String slug,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey) {
        Map<String, String> request = Map.of("slug", slug, "ifMatch", ifMatch == null ? "" : ifMatch);
        return idempotency.once("release-programme", idempotencyKey, request, () -> {
            long revision = programmes.draftRevision(slug).orElseThrow(Problems::notFound);
            EntityTags.require(ifMatch, revision);
            Release release = Problems.orThrow(releaseProgramme.release(slug, revision));
            URI location = UriBuilder.fromPath("/api/v1/workshops/{slug}/releases/{number}")
                    .build(slug, release.number());
            return Response.created(location)
                    .entity(new ReleaseRef(release.number(), release.releasedAt()))
                    .build();
        });
    }
}
