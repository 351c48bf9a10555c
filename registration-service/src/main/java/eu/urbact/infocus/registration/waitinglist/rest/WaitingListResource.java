package eu.urbact.infocus.registration.waitinglist.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.organiser.rest.SeenVersions;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.waitinglist.ChangePrecedence;
import eu.urbact.infocus.registration.waitinglist.ChangeWaitingList;
import eu.urbact.infocus.registration.waitinglist.OfferPolicy;
import eu.urbact.infocus.registration.waitinglist.Precedences;
import eu.urbact.infocus.registration.waitinglist.Settings;
import eu.urbact.infocus.registration.waitinglist.Waiting;
import eu.urbact.infocus.registration.waitinglist.WaitingEntries;
import eu.urbact.infocus.registration.waitinglist.WaitingListRule;
import eu.urbact.infocus.registration.waitinglist.WaitingLists;

/** The waiting list of a call, for organisers. */
@Path("/api/v1/admin/calls/{id}/waiting-list")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class WaitingListResource {

    /**
     * How the list works.
     *
     * @param running whether free seats are offered by themselves
     * @param offerHours how long a person has to answer
     * @param cutOffHours how long before the workshop's start the last offer ends
     */
    public record WaitingListSettings(
            @NotNull Boolean running,
            @NotNull @Min(1) @Max(2_000) Integer offerHours,
            @NotNull @Min(0) @Max(2_000) Integer cutOffHours) {

        static WaitingListSettings of(Settings settings) {
            return new WaitingListSettings(settings.running(), settings.offerHours(), settings.cutOffHours());
        }
    }

    /** One person on the list, and why they stand there. The version is needed to move them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WaitingItem(
            int place,
            UUID applicationId,
            String givenName,
            String familyName,
            String organisation,
            String cityId,
            String country,
            boolean contributor,
            Instant appliedAt,
            int priority,
            int passed,
            Instant firstAt,
            String firstReason,
            List<String> reasons,
            long version) {

        static WaitingItem of(Waiting waiting) {
            return new WaitingItem(
                    waiting.place(),
                    waiting.applicationId(),
                    waiting.givenName(),
                    waiting.familyName(),
                    waiting.organisation(),
                    waiting.cityId(),
                    waiting.country(),
                    waiting.contributor(),
                    waiting.appliedAt(),
                    waiting.priority(),
                    waiting.passed(),
                    waiting.firstAt(),
                    waiting.firstReason(),
                    WaitingListRule.reasons(waiting),
                    waiting.version());
        }
    }

    /**
     * The list.
     *
     * @param settingsVersion needed to change the settings
     * @param cutOffAt from then on nobody is offered a seat
     * @param closed whether that time has come
     * @param zone the venue's, as in the mails about offers
     */
    public record WaitingListResponse(
            WaitingListSettings settings,
            long settingsVersion,
            Instant cutOffAt,
            boolean closed,
            String zone,
            Page<WaitingItem> waiting) {}

    /** A person's priority; more comes first. */
    public record Priority(@NotNull @Min(0) @Max(9) Integer priority) {}

    /** Why a person is put first. */
    public record Precedence(
            @NotBlank @Size(max = 500) @SafeText String reason) {}

    /** Once that the person was put first, and why. */
    public record GivenPrecedence(Instant at, String reason) {

        static GivenPrecedence of(eu.urbact.infocus.registration.waitinglist.Precedence precedence) {
            return new GivenPrecedence(precedence.givenAt(), precedence.reason());
        }
    }

    /** Whose entity tag the changes of one person's place take. */
    private static final String ENTRY_VERSION =
            "If-Match takes the version of the person's entry, as the list has it, in the"
                    + " form of an entity tag (\"v3\" for 3); neither the tag of the list nor that of the application.";

    /** What moves a person on the list, and raises the version of their entry. */
    private static final Set<String> MOVES = Set.of(
            "waiting-priority-set",
            "waiting-put-first",
            "application-admitted",
            "application-waitlisted",
            "application-declined",
            "seat-offered",
            "offer-declined",
            "offer-cancelled",
            "offer-lapsed");

    private final Calls calls;
    private final Workshops workshops;
    private final Applications applications;
    private final WaitingLists lists;
    private final WaitingEntries entries;
    private final Precedences precedences;
    private final ChangeWaitingList changeWaitingList;
    private final ChangePrecedence changePrecedence;
    private final SeenVersions seenVersions;
    private final AuditTrail audit;
    private final Clock clock;

    WaitingListResource(
            Calls calls,
            Workshops workshops,
            Applications applications,
            WaitingLists lists,
            WaitingEntries entries,
            Precedences precedences,
            ChangeWaitingList changeWaitingList,
            ChangePrecedence changePrecedence,
            SeenVersions seenVersions,
            AuditTrail audit,
            Clock clock) {
        this.calls = calls;
        this.workshops = workshops;
        this.applications = applications;
        this.lists = lists;
        this.entries = entries;
        this.precedences = precedences;
        this.changeWaitingList = changeWaitingList;
        this.changePrecedence = changePrecedence;
        this.seenVersions = seenVersions;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Show the waiting list in the order of its rule, with reasons",
            description =
                    "Who is offered a seat at the moment stands under offers. The entity tag is that of the settings.")
    @APIResponse(
            responseCode = "200",
            description = "The list",
            content = @Content(schema = @Schema(implementation = WaitingListResponse.class)))
    public Response show(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        CallForParticipation call = call(id);
        WaitingLists.Versioned list = lists.of(id);
        Workshop workshop = workshops.findById(call.workshopId());
        Instant cutOffAt = OfferPolicy.cutOff(list.settings(), workshop.startsAt());
        return Response.ok(new WaitingListResponse(
                        WaitingListSettings.of(list.settings()),
                        list.version(),
                        cutOffAt,
                        !clock.instant().isBefore(cutOffAt),
                        workshop.zone().getId(),
                        entries.list(id, page).map(WaitingItem::of)))
                .header(HttpHeaders.ETAG, EntityTags.of(list.version()))
                .build();
    }

    @PUT
    @Path("/settings")
    @Transactional
    @Operation(
            summary = "Start or suspend the list, and say how long offers last",
            description =
                    "A suspended list offers nothing new; offers that are open keep their deadline, also when the hours change, and"
                            + " lapse at it.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = WaitingListSettings.class)))
    @APIResponse(responseCode = "412", description = SeenVersions.WHO_WAS_QUICKER)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull WaitingListSettings settings) {
        call(id);
        seenVersions.require(
                ifMatch,
                // locked before it is compared: of two at the same moment the second is told what the first has done
                lists.lockedToChange(id).version(),
                () -> audit.last("call", id.toString(), Set.of("waiting-list-changed")));
        WaitingLists.Versioned changed = changeWaitingList.change(
                id, new Settings(settings.running(), settings.offerHours(), settings.cutOffHours()));
        return Response.ok(WaitingListSettings.of(changed.settings()))
                .header(HttpHeaders.ETAG, EntityTags.of(changed.version()))
                .build();
    }

    @PUT
    @Path("/{applicationId}/priority")
    @Transactional
    @Operation(summary = "Give a person on the list a priority", description = ENTRY_VERSION)
    @APIResponse(
            responseCode = "200",
            description = "The person's new place",
            content = @Content(schema = @Schema(implementation = WaitingItem.class)))
    @APIResponse(responseCode = "409", description = "The person is not on the list any more")
    @APIResponse(responseCode = "412", description = SeenVersions.WHO_WAS_QUICKER)
    public Response prioritise(
            @PathParam("id") UUID id,
            @PathParam("applicationId") UUID applicationId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Priority priority) {
        requireVersion(id, applicationId, ifMatch);
        return moved(Problems.orThrow(changePrecedence.prioritise(id, applicationId, priority.priority())));
    }

    @POST
    @Path("/{applicationId}/precedence")
    @Transactional
    @Operation(
            summary = "Put a person first, with a reason; after those who were put first earlier",
            description = ENTRY_VERSION)
    @APIResponse(
            responseCode = "200",
            description = "The person's new place",
            content = @Content(schema = @Schema(implementation = WaitingItem.class)))
    @APIResponse(responseCode = "409", description = "The person is not on the list any more")
    @APIResponse(responseCode = "412", description = SeenVersions.WHO_WAS_QUICKER)
    public Response putFirst(
            @PathParam("id") UUID id,
            @PathParam("applicationId") UUID applicationId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Precedence precedence) {
        requireVersion(id, applicationId, ifMatch);
        return moved(Problems.orThrow(
                changePrecedence.putFirst(id, applicationId, precedence.reason().strip())));
    }

    @GET
    @Path("/{applicationId}/precedence")
    @Transactional
    @Operation(
            summary = "List each time that a person was put first, with the reason, oldest first",
            description = "Kept after the person has been offered a seat, and until they are forgotten.")
    public List<GivenPrecedence> putFirst(@PathParam("id") UUID id, @PathParam("applicationId") UUID applicationId) {
        requireOfCall(id, applicationId);
        return precedences.of(applicationId).stream().map(GivenPrecedence::of).toList();
    }

    /** The person need not be on the list any more: then the use case says so. */
    private void requireVersion(UUID callId, UUID applicationId, String ifMatch) {
        // locked before it is compared: of two at the same moment the second is told what the first has done
        applications.locked(List.of(applicationId));
        requireOfCall(callId, applicationId);
        seenVersions.require(
                ifMatch,
                entries.version(applicationId),
                () -> audit.last("application", applicationId.toString(), MOVES));
    }

    private void requireOfCall(UUID callId, UUID applicationId) {
        Problems.requireFound(applications
                .findByIdOptional(applicationId)
                .filter(application -> application.callId().equals(callId)));
    }

    private CallForParticipation call(UUID id) {
        return calls.findByIdOptional(id).orElseThrow(Problems::notFound);
    }

    private static Response moved(Waiting waiting) {
        return Response.ok(WaitingItem.of(waiting))
                .header(HttpHeaders.ETAG, EntityTags.of(waiting.version()))
                .build();
    }
}
