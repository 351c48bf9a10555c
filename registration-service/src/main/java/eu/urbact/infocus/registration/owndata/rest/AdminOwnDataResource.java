package eu.urbact.infocus.registration.owndata.rest;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.audit.AuditEntry;
import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.application.LastChange;
import eu.urbact.infocus.registration.organiser.Organisers;
import eu.urbact.infocus.registration.organiser.rest.SeenVersions;
import eu.urbact.infocus.registration.owndata.EraseApplication;
import eu.urbact.infocus.registration.owndata.ErasureReason;

/** What organisers owe a person: to forget them on request, and to say who did what. */
@Path("/api/v1/admin/applications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class AdminOwnDataResource {

    /** Why organisers erase. */
    public enum ErasureGround {
        PERSON_ASKED(ErasureReason.PERSON_ASKED),
        MISTAKE(ErasureReason.MISTAKE),
        ENTERED_BY_SOMEBODY_ELSE(ErasureReason.ENTERED_BY_SOMEBODY_ELSE);

        private final ErasureReason reason;

        ErasureGround(ErasureReason reason) {
            this.reason = reason;
        }
    }

    /** An erasure with its reason. */
    public record ErasureRequest(@NotNull ErasureGround reason) {}

    /** What is left: where the application stood when its person was forgotten. */
    public record ErasureResponse(UUID id, ApplicationState state, Instant erasedAt) {}

    /**
     * Something that was done.
     *
     * @param actor {@code user:<subject>}, {@code client:<id>}, {@code applicant}, {@code public} or {@code system}
     * @param actorName the name that an organiser's account goes by; for organisers only, and absent when it is not known
     * @param objectType what it was done to, e.g. {@code application}
     * @param details states, counts and codes, before and after where that says more; never a personal value
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HistoryItem(
            Instant at,
            String actor,
            String actorName,
            String action,
            String objectType,
            String objectId,
            JsonNode details) {

        static HistoryItem of(AuditEntry entry, Map<String, String> names) {
            return new HistoryItem(
                    entry.at(),
                    entry.actor(),
                    names.get(entry.actor()),
                    entry.action(),
                    entry.objectType(),
                    entry.objectId(),
                    entry.details());
        }
    }

    private final Applications applications;
    private final EraseApplication eraseApplication;
    private final AuditTrail audit;
    private final Organisers organisers;
    private final SeenVersions seenVersions;
    private final LastChange lastChange;
    private final Caller caller;

    AdminOwnDataResource(
            Applications applications,
            EraseApplication eraseApplication,
            AuditTrail audit,
            Organisers organisers,
            SeenVersions seenVersions,
            LastChange lastChange,
            Caller caller) {
        this.applications = applications;
        this.eraseApplication = eraseApplication;
        this.audit = audit;
        this.organisers = organisers;
        this.seenVersions = seenVersions;
        this.lastChange = lastChange;
        this.caller = caller;
    }

    @POST
    @Path("/{id}/erasure")
    @Transactional
    @Operation(
            summary = "Forget the person on request",
            description =
                    "Withdraws a live application and gives its seat back, as long as the workshop is not over; then erases everything that tells who it was."
                            + " It cannot be undone, and the person gets no mail: there is nobody left to write to.")
    @APIResponse(
            responseCode = "200",
            description = "Forgotten",
            content = @Content(schema = @Schema(implementation = ErasureResponse.class)))
    @APIResponse(responseCode = "412", description = SeenVersions.WHO_WAS_QUICKER)
    public Response erase(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull ErasureRequest request) {
        // locked before it is compared: nobody is erased for good in a state that nobody has seen
        Application seen = eraseApplication.toErase(find(id).id(), request.reason().reason);
        seenVersions.require(ifMatch, seen.version(), () -> lastChange.of(id));
        Application erased = eraseApplication.erase(id, request.reason().reason, caller.actor());
        return Response.ok(new ErasureResponse(id, erased.state(), erased.erasedAt()))
                .header(HttpHeaders.ETAG, EntityTags.of(erased.version()))
                .build();
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.ORGANISER, Roles.AUDITOR})
    @Operation(
            summary = "List who did what about this person, newest first",
            description =
                    "Also what was done to other things because of the application. It stays when the person is forgotten.")
    public Page<HistoryItem> history(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        find(id);
        Page<AuditEntry> entries = audit.listAbout("application", id.toString(), page);
        Map<String, String> names = caller.isOrganiser()
                ? organisers.known(
                        entries.items().stream().map(AuditEntry::actor).collect(Collectors.toSet()))
                : Map.of();
        return entries.map(entry -> HistoryItem.of(entry, names));
    }

    private Application find(UUID id) {
        return applications.findByIdOptional(id).orElseThrow(Problems::notFound);
    }
}
