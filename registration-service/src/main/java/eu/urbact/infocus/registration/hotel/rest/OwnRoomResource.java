package eu.urbact.infocus.registration.hotel.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.registration.hotel.HotelRequest;
import eu.urbact.infocus.registration.hotel.OwnRoom;
import eu.urbact.infocus.registration.hotel.ReadRoom;
import eu.urbact.infocus.registration.hotel.RequestRoom;
import eu.urbact.infocus.registration.hotel.RoomType;
import eu.urbact.infocus.registration.hotel.Stay;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.selfservice.rest.OwnApplications;

/** The own room, behind the signed link. */
@Path("/api/v1/self-service/hotel")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class OwnRoomResource {

    /** The longest stay that anybody asks for. */
    private static final int MOST_NIGHTS = 14;

    /** Who sleeps in the double room too, in the person's own words; nothing for nobody. */
    public record SharingRequest(
            @Size(max = HotelRequest.MOST_LETTERS_OF_SHARER) @SafeText
            String sharesWith) {

        @Override
        public String toString() {
            return "SharingRequest";
        }
    }

    /** What somebody would like; without a hotel any will do. */
    public record RoomRequest(
            @NotNull RoomType roomType,
            @NotNull LocalDate checkIn,
            @NotNull LocalDate checkOut,
            UUID preferredHotelId,
            @NotNull Boolean othersWelcome,

            @Size(max = HotelRequest.MOST_LETTERS_OF_SHARER) @SafeText
            String sharesWith) {

        HotelRequest.Wish wish() {
            String other = words(sharesWith);
            if (other != null && roomType != RoomType.DOUBLE) {
                throw Problems.invalid(List.of(new FieldError("sharesWith", "is for a double room")));
            }
            long nights = checkOut.toEpochDay() - checkIn.toEpochDay();
            if (nights < 1 || nights > MOST_NIGHTS) {
                throw Problems.invalid(List.of(new FieldError(
                        "checkOut", "must be 1 to " + MOST_NIGHTS + " nights after the day of arrival")));
            }
            return new HotelRequest.Wish(new Stay(roomType, checkIn, checkOut), preferredHotelId, othersWelcome, other);
        }

        @Override
        public String toString() {
            return "RoomRequest";
        }
    }

    /**
     * A hotel that keeps rooms, and until when.
     *
     * @param released whether its rooms have gone back to it
     */
    public record OwnHotel(
            UUID id,
            String name,
            String address,
            String category,
            Instant releaseAt,
            boolean released,
            List<RoomNightResponse> nights) {}

    /** Which room the person would like instead of the confirmed one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnChange(
            RoomType roomType,
            LocalDate checkIn,
            LocalDate checkOut,
            UUID preferredHotelId,
            boolean othersWelcome,
            String sharesWith) {

        static OwnChange of(HotelRequest.Wish wish) {
            return wish == null
                    ? null
                    : new OwnChange(
                            wish.stay().roomType(),
                            wish.stay().checkIn(),
                            wish.stay().checkOut(),
                            wish.preferredHotelId(),
                            wish.othersWelcome(),
                            wish.sharesWith());
        }
    }

    /**
     * What the person has said.
     *
     * @param outside whether the workshop is not on these days, which it may have been before
     * @param sharingEnded whether whoever was to share a double room does not come any more, or the room in which the person was to sleep too is
     *     gone; until the person says something else
     * @param inOthersRoom whether the person needs none because they sleep in the double room that somebody else has asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnRequest(
            @Schema(enumeration = {"REQUESTED", "CONFIRMED", "REFUSED", "CANCELLED", "NOT_NEEDED"})
            String state,

            RoomType roomType,
            LocalDate checkIn,
            LocalDate checkOut,
            UUID preferredHotelId,
            boolean othersWelcome,
            UUID hotelId,
            Integer priceCents,
            String answer,
            Instant requestedAt,
            Instant decidedAt,
            OwnChange change,
            String sharesWith,
            boolean outside,
            boolean sharingEnded,
            boolean inOthersRoom) {

        static OwnRequest of(HotelRequest request, Integer priceCents, Workshop workshop) {
            if (request == null) {
                return null;
            }
            Stay stay = request.stay();
            return new OwnRequest(
                    request.state().name(),
                    stay == null ? null : stay.roomType(),
                    stay == null ? null : stay.checkIn(),
                    stay == null ? null : stay.checkOut(),
                    request.preferredHotelId(),
                    request.othersWelcome(),
                    request.hotelId(),
                    priceCents,
                    request.answer(),
                    request.requestedAt(),
                    request.decidedAt(),
                    OwnChange.of(request.change()),
                    request.sharesWith(),
                    stay != null && stay.isOutside(workshop),
                    request.sharingEndedAt() != null,
                    request.inOthersRoom());
        }
    }

    /**
     * Hotels, and what the person has said about a room.
     *
     * @param open whether rooms can still be asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnRoomResponse(
            String workshopSlug,
            String workshopTitle,
            Instant startsAt,
            Instant endsAt,
            String zone,
            boolean open,
            List<OwnHotel> hotels,
            OwnRequest request) {

        static OwnRoomResponse of(OwnRoom own) {
            return new OwnRoomResponse(
                    own.workshop().slug(),
                    own.workshop().title(),
                    own.workshop().startsAt(),
                    own.workshop().endsAt(),
                    own.workshop().zone().getId(),
                    own.open(),
                    own.hotels().stream()
                            .map(hotel -> new OwnHotel(
                                    hotel.id(),
                                    hotel.name(),
                                    hotel.address(),
                                    hotel.category(),
                                    hotel.releaseAt(),
                                    hotel.isReleased(own.at()),
                                    RoomNightResponse.of(hotel.id(), own.nights(), own.workshop())))
                            .toList(),
                    OwnRequest.of(own.request(), own.priceCents(), own.workshop()));
        }
    }

    private final OwnApplications ownApplications;
    private final ReadRoom readRoom;
    private final RequestRoom requestRoom;

    OwnRoomResource(OwnApplications ownApplications, ReadRoom readRoom, RequestRoom requestRoom) {
        this.ownApplications = ownApplications;
        this.readRoom = readRoom;
        this.requestRoom = requestRoom;
    }

    @GET
    @Operation(
            summary = "Show the hotels that keep rooms, and what one has said about a room",
            description = "404 for every link that opens nothing; 409 without a place, or when no hotel keeps rooms.")
    @APIResponse(
            responseCode = "200",
            description = "Hotels and answer",
            content = @Content(schema = @Schema(implementation = OwnRoomResponse.class)))
    @APIResponse(responseCode = "409", description = "The person has no place, or no hotel keeps rooms")
    public Response show(@HeaderParam(OwnApplications.LINK_HEADER) String token) {
        return answer(find(token));
    }

    @PUT
    @Path("/request")
    @Operation(
            summary = "Ask for a room",
            description =
                    "Replaces what was said before, until a room is confirmed. Confirmed at once while rooms are free, or by"
                            + " the organisers, as they have laid down; a mail says so.")
    @APIResponse(
            responseCode = "200",
            description = "Asked for, or confirmed",
            content = @Content(schema = @Schema(implementation = OwnRoomResponse.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "The rooms have gone back, one is confirmed, the workshop is not on these days any more, the other person has"
                            + " asked for one with this person, or there is no place")
    @APIResponse(
            responseCode = "422",
            description = "No hotel keeps such a room in all of these nights, or another value cannot be accepted")
    public Response request(
            @HeaderParam(OwnApplications.LINK_HEADER) String token, @Valid @NotNull RoomRequest request) {
        UUID id = find(token);
        Problems.orThrow(requestRoom.request(id, request.wish()));
        return answer(id);
    }

    @PUT
    @Path("/change")
    @Operation(
            summary = "Ask for another room instead of the confirmed one",
            description =
                    "The confirmed room stays the person's until the other one is. Replaces an earlier wish. Changed at once while"
                            + " rooms are free, or by the organisers, as they have laid down; a mail says so.")
    @APIResponse(
            responseCode = "200",
            description = "Asked for, or changed",
            content = @Content(schema = @Schema(implementation = OwnRoomResponse.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "No room is confirmed, it is the same room, the rooms have gone back, the workshop is not on these days any more, or the other person has asked for one with this person")
    @APIResponse(
            responseCode = "422",
            description = "No hotel keeps such a room in all of these nights, or another value cannot be accepted")
    public Response change(
            @HeaderParam(OwnApplications.LINK_HEADER) String token, @Valid @NotNull RoomRequest request) {
        UUID id = find(token);
        Problems.orThrow(requestRoom.change(id, request.wish()));
        return answer(id);
    }

    @PUT
    @Path("/shares-with")
    @Operation(
            summary = "Say who sleeps in the double room too, or nobody any more",
            description =
                    "Of the room that is asked for or confirmed, also when the rooms have gone back. The other person"
                            + " needs no room.")
    @APIResponse(
            responseCode = "200",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = OwnRoomResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "There is no double room to share, or the other person has asked for one with this person")
    public Response share(
            @HeaderParam(OwnApplications.LINK_HEADER) String token, @Valid @NotNull SharingRequest request) {
        UUID id = find(token);
        Problems.orThrow(requestRoom.share(id, words(request.sharesWith())));
        return answer(id);
    }

    @DELETE
    @Path("/change")
    @Operation(summary = "Keep the confirmed room after all. Doing it twice is harmless.")
    @APIResponse(
            responseCode = "200",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = OwnRoomResponse.class)))
    @APIResponse(responseCode = "409", description = "The person has no place, or no hotel keeps rooms")
    public Response takeChangeBack(@HeaderParam(OwnApplications.LINK_HEADER) String token) {
        UUID id = find(token);
        Problems.orThrow(requestRoom.takeChangeBack(id));
        return answer(id);
    }

    @DELETE
    @Path("/request")
    @Operation(summary = "Cancel the request or the room; it is free again at once. Doing it twice is harmless.")
    @APIResponse(
            responseCode = "200",
            description = "Cancelled",
            content = @Content(schema = @Schema(implementation = OwnRoomResponse.class)))
    @APIResponse(responseCode = "409", description = "The person has no place, or no hotel keeps rooms")
    public Response cancel(@HeaderParam(OwnApplications.LINK_HEADER) String token) {
        UUID id = find(token);
        Problems.orThrow(requestRoom.cancel(id));
        return answer(id);
    }

    @PUT
    @Path("/no-room-needed")
    @Operation(summary = "Say that one sleeps elsewhere, and need not be reminded")
    @APIResponse(
            responseCode = "200",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = OwnRoomResponse.class)))
    @APIResponse(responseCode = "409", description = "A room is confirmed, or the person has no place")
    public Response needNone(@HeaderParam(OwnApplications.LINK_HEADER) String token) {
        UUID id = find(token);
        Problems.orThrow(requestRoom.needNone(id, false));
        return answer(id);
    }

    @PUT
    @Path("/in-others-room")
    @Operation(
            summary =
                    "Say that one sleeps in the double room that somebody else has asked for, and need not be reminded",
            description =
                    "Whoever has named the person for their double room and does so no more, or gives it up, leaves them without a"
                            + " bed: then they are asked again. Whoever sleeps elsewhere is not.")
    @APIResponse(
            responseCode = "200",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = OwnRoomResponse.class)))
    @APIResponse(responseCode = "409", description = "A room is confirmed, or the person has no place")
    public Response sleepWithOther(@HeaderParam(OwnApplications.LINK_HEADER) String token) {
        UUID id = find(token);
        Problems.orThrow(requestRoom.needNone(id, true));
        return answer(id);
    }

    private static String words(String said) {
        return said == null || said.isBlank() ? null : said.strip();
    }

    private UUID find(String token) {
        return ownApplications.find(token).id();
    }

    private Response answer(UUID applicationId) {
        return OwnApplications.answer(OwnRoomResponse.of(Problems.orThrow(readRoom.of(applicationId))))
                .build();
    }
}
