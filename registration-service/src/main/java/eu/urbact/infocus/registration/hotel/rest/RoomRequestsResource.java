package eu.urbact.infocus.registration.hotel.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.audit.AuditEntry;
import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.call.WorkshopOfCall;
import eu.urbact.infocus.registration.hotel.DecideRoomRequest;
import eu.urbact.infocus.registration.hotel.HotelRequest;
import eu.urbact.infocus.registration.hotel.HotelRequests;
import eu.urbact.infocus.registration.hotel.Hotels;
import eu.urbact.infocus.registration.hotel.RoomType;
import eu.urbact.infocus.registration.hotel.Stay;
import eu.urbact.infocus.registration.organiser.rest.SeenVersions;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.Workshop;

/** Requests for rooms, for organisers. */
@Path("/api/v1/admin/calls/{id}/hotel-requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class RoomRequestsResource {

    /** What organisers can decide. */
    public enum RoomDecision {
        CONFIRM,
        REFUSE,
        /** The confirmed room is not kept for the person any more. */
        TAKE_BACK
    }

    /** What organisers decide; {@code hotelId} says where, and without it the wanted hotel is meant. */
    public record RoomDecisionRequest(
            @NotNull RoomDecision decision,
            UUID hotelId,
            @Size(max = 500) @SafeText(multiline = true) String answer) {}

    /** Which room a person would like instead of the confirmed one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RoomChange(
            RoomType roomType,
            LocalDate checkIn,
            LocalDate checkOut,
            UUID preferredHotelId,
            boolean othersWelcome,
            String sharesWith) {

        static RoomChange of(HotelRequest.Wish wish) {
            return wish == null
                    ? null
                    : new RoomChange(
                            wish.stay().roomType(),
                            wish.stay().checkIn(),
                            wish.stay().checkOut(),
                            wish.preferredHotelId(),
                            wish.othersWelcome(),
                            wish.sharesWith());
        }
    }

    /**
     * What a person has said about a room.
     *
     * @param sharesWith who sleeps in the double room too, in the person's own words
     * @param sharesWithName the name of the participant whose mail address is among these words; absent when it is nobody's
     * @param sharesWithRequestId the request of whoever is named there, when they are a participant who wants or has a room as well: one room
     *     too many
     * @param outside whether the workshop is not on these days, which it may have been before
     * @param sharingEnded whether whoever was to share a double room does not come any more, or the room in which the person was to sleep too is
     *     gone; until the person says something else
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RoomRequestResponse(
            UUID id,
            UUID applicationId,
            String givenName,
            String familyName,
            String organisation,
            String cityId,

            @Schema(enumeration = {"REQUESTED", "CONFIRMED", "REFUSED", "CANCELLED", "NOT_NEEDED"})
            String state,

            RoomType roomType,
            LocalDate checkIn,
            LocalDate checkOut,
            UUID preferredHotelId,
            boolean othersWelcome,
            UUID hotelId,
            String answer,
            Instant requestedAt,
            Instant decidedAt,
            long version,
            RoomChange change,
            String sharesWith,
            String sharesWithName,
            UUID sharesWithRequestId,
            boolean outside,
            boolean sharingEnded) {

        static RoomRequestResponse of(
                HotelRequest request, Application person, String mate, UUID other, Workshop workshop) {
            Stay stay = request.stay();
            return new RoomRequestResponse(
                    request.id(),
                    request.applicationId(),
                    person.givenName(),
                    person.familyName(),
                    person.organisation(),
                    person.cityId(),
                    request.state().name(),
                    stay == null ? null : stay.roomType(),
                    stay == null ? null : stay.checkIn(),
                    stay == null ? null : stay.checkOut(),
                    request.preferredHotelId(),
                    request.othersWelcome(),
                    request.hotelId(),
                    request.answer(),
                    request.requestedAt(),
                    request.decidedAt(),
                    request.version(),
                    RoomChange.of(request.change()),
                    request.sharesWith(),
                    mate,
                    other,
                    stay != null && stay.isOutside(workshop),
                    request.sharingEndedAt() != null);
        }
    }

    /** What the audit trail calls what happens to a request. */
    private static final Set<String> ACTIONS = Set.of(
            "hotel-room-requested",
            "hotel-room-changed",
            "hotel-room-change-requested",
            "hotel-room-change-taken-back",
            "hotel-room-change-refused",
            "hotel-room-sharing-said",
            "hotel-room-sharing-ended",
            "hotel-room-not-needed",
            "hotel-room-cancelled",
            "hotel-room-confirmed",
            "hotel-room-refused",
            "hotel-room-taken-back");

    private final WorkshopOfCall workshopOfCall;
    private final Applications applications;
    private final Hotels hotels;
    private final HotelRequests requests;
    private final DecideRoomRequest decideRoomRequest;
    private final SeenVersions seenVersions;
    private final AuditTrail audit;

    RoomRequestsResource(
            WorkshopOfCall workshopOfCall,
            Applications applications,
            Hotels hotels,
            HotelRequests requests,
            DecideRoomRequest decideRoomRequest,
            SeenVersions seenVersions,
            AuditTrail audit) {
        this.workshopOfCall = workshopOfCall;
        this.applications = applications;
        this.hotels = hotels;
        this.requests = requests;
        this.decideRoomRequest = decideRoomRequest;
        this.seenVersions = seenVersions;
        this.audit = audit;
    }

    @GET
    @Transactional
    @Operation(
            summary = "List what people say about rooms, the oldest first",
            description = "With REQUESTED also those who have a room and ask for another one.")
    public Page<RoomRequestResponse> list(
            @PathParam("id") UUID callId,
            @QueryParam("state")
                    @Pattern(
                            regexp = "REQUESTED|CONFIRMED|REFUSED|CANCELLED|NOT_NEEDED",
                            message = "must be REQUESTED, CONFIRMED, REFUSED, CANCELLED or NOT_NEEDED")
                    String state,
            @Valid @BeanParam PageRequest page) {
        Workshop workshop = workshop(callId);
        Page<HotelRequest> found = requests.of(callId, state == null ? null : HotelRequest.State.valueOf(state), page);
        Map<UUID, Application> persons =
                applications
                        .all(found.items().stream()
                                .map(HotelRequest::applicationId)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Application::id, Function.identity()));
        List<UUID> ids = found.items().stream().map(HotelRequest::id).toList();
        Map<UUID, String> mates = requests.namedByAddress(ids);
        Map<UUID, UUID> others = requests.namedWithRoom(ids);
        return found.map(request -> RoomRequestResponse.of(
                request,
                persons.get(request.applicationId()),
                mates.get(request.id()),
                others.get(request.id()),
                workshop));
    }

    @GET
    @Path("/{requestId}")
    @Transactional
    @Operation(summary = "Show one request")
    @APIResponse(
            responseCode = "200",
            description = "The request; its entity tag is needed to decide",
            content = @Content(schema = @Schema(implementation = RoomRequestResponse.class)))
    public Response show(@PathParam("id") UUID callId, @PathParam("requestId") UUID requestId) {
        return answer(find(callId, requestId));
    }

    @POST
    @Path("/{requestId}/decision")
    @Transactional
    @Operation(
            summary =
                    "Confirm a room in a hotel for all nights of the stay, refuse, or take a room back; the person gets a mail",
            description =
                    "Who asks for another room gets it in the place of the confirmed one, or keeps that one when refused."
                            + " TAKE_BACK takes a confirmed room back, and with it the wish for another one.")
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = RoomRequestResponse.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "No such room is free, the rooms have gone back, the workshop is not on these days any more, the person's data have been erased, or nothing waits; then by and at say who was quicker and when")
    @APIResponse(responseCode = "412", description = SeenVersions.WHO_WAS_QUICKER)
    public Response decide(
            @PathParam("id") UUID callId,
            @PathParam("requestId") UUID requestId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull RoomDecisionRequest request) {
        // locked before it is compared: whoever decides at the moment of a change is told that there was one
        applications.locked(List.of(find(callId, requestId).applicationId()));
        HotelRequest asked = requests.current(requestId);
        seenVersions.require(ifMatch, asked.version(), () -> lastChange(asked));
        String answer = request.answer() == null || request.answer().isBlank()
                ? null
                : request.answer().strip();
        if (request.decision() == RoomDecision.REFUSE) {
            return answer(seenVersions.orThrow(
                    decideRoomRequest.refuse(requestId, answer),
                    RegistrationProblem.ROOM_REQUEST_CLOSED,
                    () -> lastChange(asked)));
        }
        if (request.decision() == RoomDecision.TAKE_BACK) {
            return answer(seenVersions.orThrow(
                    decideRoomRequest.takeBack(requestId, answer),
                    RegistrationProblem.ROOM_NOT_CONFIRMED,
                    () -> lastChange(asked)));
        }
        UUID wanted = asked.change() == null
                ? asked.preferredHotelId()
                : asked.change().preferredHotelId();
        UUID hotelId = request.hotelId() == null ? wanted : request.hotelId();
        if (hotelId == null || hotels.of(callId, hotelId).isEmpty()) {
            throw Problems.invalid(List.of(new FieldError("hotelId", "must be one of the call's hotels")));
        }
        return answer(seenVersions.orThrow(
                decideRoomRequest.confirm(requestId, hotelId, answer),
                RegistrationProblem.ROOM_REQUEST_CLOSED,
                () -> lastChange(asked)));
    }

    private Optional<AuditEntry> lastChange(HotelRequest request) {
        return audit.last("application", request.applicationId().toString(), ACTIONS);
    }

    private Workshop workshop(UUID callId) {
        return workshopOfCall.find(callId).orElseThrow(Problems::notFound);
    }

    private HotelRequest find(UUID callId, UUID requestId) {
        return requests.of(callId, requestId).orElseThrow(Problems::notFound);
    }

    private Response answer(HotelRequest request) {
        return Response.ok(RoomRequestResponse.of(
                        request,
                        applications.findById(request.applicationId()),
                        requests.namedByAddress(List.of(request.id())).get(request.id()),
                        requests.namedWithRoom(List.of(request.id())).get(request.id()),
                        workshop(request.callId())))
                .header(HttpHeaders.ETAG, EntityTags.of(request.version()))
                .build();
    }
}
