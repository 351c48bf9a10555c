package eu.urbact.infocus.registration.hotel.rest;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.table.TableFormat;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.registration.call.WorkshopOfCall;
import eu.urbact.infocus.registration.hotel.Confirmation;
import eu.urbact.infocus.registration.hotel.DefineHotel;
import eu.urbact.infocus.registration.hotel.Hotel;
import eu.urbact.infocus.registration.hotel.HotelSetting;
import eu.urbact.infocus.registration.hotel.Hotels;
import eu.urbact.infocus.registration.hotel.ListRooms;
import eu.urbact.infocus.registration.hotel.PickUp;
import eu.urbact.infocus.registration.hotel.RoomNight;
import eu.urbact.infocus.registration.hotel.RoomNights;
import eu.urbact.infocus.registration.hotel.RoomReports;
import eu.urbact.infocus.registration.hotel.RoomType;
import eu.urbact.infocus.registration.hotel.SetConfirmation;
import eu.urbact.infocus.registration.programmeview.Workshop;

/** Hotels and the rooms they keep, for organisers. */
@Path("/api/v1/admin/calls/{id}/hotels")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class AdminHotelsResource {

    private static final String ADD_HOTEL = "add-hotel";

    /** Rooms of one kind in one night; the price is for the room, in euro cents. */
    public record ContingentRequest(
            @NotNull RoomType roomType,
            @NotNull LocalDate night,
            @NotNull @Min(0) @Max(1_000) Integer rooms,
            @NotNull @Min(0) @Max(1_000_000) Integer priceCents) {

        boolean isFor(RoomNight kept) {
            return kept.roomType() == roomType && kept.night().equals(night);
        }
    }

    /** A hotel; no room is kept from {@code releaseAt} on. */
    public record HotelRequestBody(
            @NotBlank @Size(max = 120) @SafeText String name,
            @NotBlank @Size(max = 200) @SafeText String address,
            @NotBlank @Size(max = 60) @SafeText String category,
            @NotNull OffsetDateTime releaseAt,
            @NotEmpty @Size(max = 60) List<@Valid @NotNull ContingentRequest> nights) {

        /**
         * Checks what no single field can tell, and translates.
         *
         * @param before when rooms go back so far, which may stay however late it has become; null for a new hotel
         * @param kept the rooms so far, whose nights may stay wherever the workshop has been moved to
         */
        Hotel.Definition definition(Workshop workshop, Instant before, List<RoomNight> kept, Instant now) {
            List<FieldError> errors = new ArrayList<>();
            if (releaseAt.getYear() < 2000 || releaseAt.getYear() >= 2100) {
                errors.add(new FieldError("releaseAt", "must be between 2000 and 2100"));
            } else if (!releaseAt.toInstant().equals(before) && !isBetween(now, workshop)) {
                errors.add(new FieldError("releaseAt", "must be after now and not after the first night"));
            }
            Set<List<Object>> seen = new HashSet<>();
            for (int i = 0; i < nights.size(); i++) {
                ContingentRequest night = nights.get(i);
                if (night.night().getYear() < 2000 || night.night().getYear() >= 2100) {
                    errors.add(new FieldError("nights[" + i + "].night", "must be between 2000 and 2100"));
                } else if (!workshop.isNear(night.night()) && kept.stream().noneMatch(night::isFor)) {
                    errors.add(new FieldError(
                            "nights[" + i + "].night", "must be within 14 days before or after the workshop"));
                }
                if (!seen.add(List.of(night.roomType(), night.night()))) {
                    errors.add(new FieldError("nights[" + i + "].night", "is there twice"));
                }
            }
            if (!errors.isEmpty()) {
                throw Problems.invalid(errors);
            }
            return new Hotel.Definition(
                    name.strip(),
                    address.strip(),
                    category.strip(),
                    releaseAt.toInstant(),
                    nights.stream()
                            .map(night -> new RoomNight.Contingent(
                                    night.roomType(), night.night(), night.rooms(), night.priceCents()))
                            .toList());
        }

        /** Rooms that go back at once were never kept, and those that are kept into the stay nobody else can have any more. */
        private boolean isBetween(Instant now, Workshop workshop) {
            LocalDate day = LocalDate.ofInstant(releaseAt.toInstant(), workshop.zone());
            return releaseAt.toInstant().isAfter(now)
                    && nights.stream()
                            .map(ContingentRequest::night)
                            // in the others nobody gets a room
                            .filter(workshop::isNear)
                            .noneMatch(day::isAfter);
        }
    }

    /** A hotel with the rooms it keeps; {@code releasedAt} is absent before they have gone back. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HotelResponse(
            UUID id,
            String name,
            String address,
            String category,
            Instant releaseAt,
            String zone,
            Instant releasedAt,
            List<RoomNightResponse> nights,
            long version) {}

    /** Who confirms rooms. */
    public record ConfirmationRequest(@NotNull Confirmation confirmation) {}

    /** Who confirms rooms, with the version of the setting. */
    public record ConfirmationResponse(Confirmation confirmation, long version) {}

    /**
     * How rooms are picked up.
     *
     * @param requestedAnywhere people who wait and have named no hotel, or one that keeps no such room
     */
    public record PickUpReport(String zone, List<PickUp> nights, long requestedAnywhere) {}

    private final WorkshopOfCall workshopOfCall;
    private final Hotels hotels;
    private final RoomNights rooms;
    private final DefineHotel defineHotel;
    private final SetConfirmation setConfirmation;
    private final RoomReports reports;
    private final ListRooms listRooms;
    private final Idempotency idempotency;
    private final Clock clock;

    AdminHotelsResource(
            WorkshopOfCall workshopOfCall,
            Hotels hotels,
            RoomNights rooms,
            DefineHotel defineHotel,
            SetConfirmation setConfirmation,
            RoomReports reports,
            ListRooms listRooms,
            Idempotency idempotency,
            Clock clock) {
        this.workshopOfCall = workshopOfCall;
        this.hotels = hotels;
        this.rooms = rooms;
        this.defineHotel = defineHotel;
        this.setConfirmation = setConfirmation;
        this.reports = reports;
        this.listRooms = listRooms;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(summary = "List the hotels that keep rooms, by name")
    public List<HotelResponse> list(@PathParam("id") UUID callId) {
        Workshop workshop = workshop(callId);
        return hotels.of(callId).stream()
                .map(hotel -> response(hotel, workshop))
                .toList();
    }

    @POST
    @Operation(summary = "Add a hotel with the rooms it keeps")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = HotelResponse.class)))
    public Response add(
            @PathParam("id") UUID callId,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @Valid @NotNull HotelRequestBody request) {
        Workshop workshop = workshop(callId);
        Hotel.Definition definition = request.definition(workshop, null, List.of(), clock.instant());
        return idempotency.once(ADD_HOTEL, idempotencyKey, List.of(callId, request), () -> {
            Hotel hotel = defineHotel.add(callId, definition);
            return Response.created(URI.create("/api/v1/admin/calls/" + callId + "/hotels/" + hotel.id()))
                    .header(HttpHeaders.ETAG, EntityTags.of(hotel.version()))
                    .entity(response(hotel, workshop))
                    .build();
        });
    }

    @GET
    @Path("/{hotelId}")
    @Transactional
    @Operation(summary = "Show one hotel")
    @APIResponse(
            responseCode = "200",
            description = "The hotel; its entity tag is needed to change it",
            content = @Content(schema = @Schema(implementation = HotelResponse.class)))
    public Response show(@PathParam("id") UUID callId, @PathParam("hotelId") UUID hotelId) {
        return answer(find(callId, hotelId), workshop(callId));
    }

    @PUT
    @Path("/{hotelId}")
    @Transactional
    @Operation(summary = "Change a hotel; never below the rooms that are held, and not once they have gone back")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = HotelResponse.class)))
    @APIResponse(responseCode = "409", description = "More rooms are held than that, or they have gone back")
    public Response change(
            @PathParam("id") UUID callId,
            @PathParam("hotelId") UUID hotelId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull HotelRequestBody request) {
        Hotel hotel = find(callId, hotelId);
        EntityTags.require(ifMatch, hotel.version());
        Workshop workshop = workshop(callId);
        Hotel.Definition definition =
                request.definition(workshop, hotel.releaseAt(), rooms.of(List.of(hotelId)), clock.instant());
        return answer(Problems.orThrow(defineHotel.change(hotelId, definition)), workshop);
    }

    @DELETE
    @Path("/{hotelId}")
    @Transactional
    @Operation(summary = "Remove a hotel that nobody has asked for")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "409", description = "Somebody has asked for a room in it")
    public void remove(
            @PathParam("id") UUID callId,
            @PathParam("hotelId") UUID hotelId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        EntityTags.require(ifMatch, find(callId, hotelId).version());
        Problems.orThrow(defineHotel.remove(hotelId));
        idempotency.forget(ADD_HOTEL, hotelId);
    }

    @GET
    @Path("/confirmation")
    @Operation(summary = "Show who confirms rooms")
    @APIResponse(
            responseCode = "200",
            description = "The setting; its entity tag is needed to change it",
            content = @Content(schema = @Schema(implementation = ConfirmationResponse.class)))
    public Response confirmation(@PathParam("id") UUID callId) {
        zone(callId);
        return answer(setConfirmation.of(callId));
    }

    @PUT
    @Path("/confirmation")
    @Transactional
    @Operation(summary = "Lay down who confirms rooms: organisers, or the platform while rooms are free")
    @APIResponse(
            responseCode = "200",
            description = "Laid down",
            content = @Content(schema = @Schema(implementation = ConfirmationResponse.class)))
    public Response confirmation(
            @PathParam("id") UUID callId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull ConfirmationRequest request) {
        zone(callId);
        EntityTags.require(ifMatch, setConfirmation.of(callId).version());
        return answer(setConfirmation.set(callId, request.confirmation()));
    }

    @GET
    @Path("/pick-up")
    @Operation(
            summary =
                    "Report per hotel, kind of room and night: contingent, requested, confirmed, given back, free, percent")
    public PickUpReport pickUp(@PathParam("id") UUID callId) {
        return new PickUpReport(zone(callId).getId(), reports.pickUp(callId), reports.requestedAnywhere(callId));
    }

    @GET
    @Path("/pick-up/table")
    @Operation(
            summary = "Download that report as CSV or XLSX",
            description =
                    "format: csv or xlsx. Columns: hotel, room_type, night, price_eur, contingent, requested, confirmed,"
                            + " free, given_back, percent. It names nobody.")
    @APIResponse(
            responseCode = "200",
            description = "The table, with a header row of keys",
            content = {
                @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = TableFormat.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response pickUpTable(
            @PathParam("id") UUID callId,
            @QueryParam("format")
                    @DefaultValue("csv")
                    @Pattern(regexp = TableFormat.NAMES, message = TableFormat.NO_SUCH)
                    String formatName) {
        TableFormat format = TableFormat.parse(formatName).orElseThrow();
        zone(callId);
        return Response.ok(listRooms.pickUp(callId, format), format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, format.contentDisposition("pick-up"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/rooming-list")
    @Operation(
            summary = "Download who sleeps where, as CSV or XLSX",
            description =
                    "format: csv or xlsx. hotel: only this one. Columns: hotel, room_type, family_name, given_name,"
                            + " organisation, city_id, country, check_in, check_out, nights, price_eur, confirmed_at,"
                            + " shares_with: who sleeps in a double room too, as the person has said it; the name of a participant"
                            + " whose mail address that is, and no mail address."
                            + " The audit trail says who has taken it.")
    @APIResponse(
            responseCode = "200",
            description = "The table, with a header row of keys; not to be stored on the way",
            content = {
                @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = TableFormat.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response roomingList(
            @PathParam("id") UUID callId,
            @QueryParam("hotel") UUID hotelId,
            @QueryParam("format")
                    @DefaultValue("csv")
                    @Pattern(regexp = TableFormat.NAMES, message = TableFormat.NO_SUCH)
                    String formatName) {
        TableFormat format = TableFormat.parse(formatName).orElseThrow();
        zone(callId);
        if (hotelId != null) {
            find(callId, hotelId);
        }
        return Response.ok(listRooms.table(callId, hotelId, format), format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, format.contentDisposition("rooming-list"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private ZoneId zone(UUID callId) {
        return workshop(callId).zone();
    }

    private Workshop workshop(UUID callId) {
        return workshopOfCall.find(callId).orElseThrow(Problems::notFound);
    }

    private Hotel find(UUID callId, UUID hotelId) {
        return hotels.of(callId, hotelId).orElseThrow(Problems::notFound);
    }

    private HotelResponse response(Hotel hotel, Workshop workshop) {
        return new HotelResponse(
                hotel.id(),
                hotel.name(),
                hotel.address(),
                hotel.category(),
                hotel.releaseAt(),
                workshop.zone().getId(),
                hotel.releasedAt(),
                RoomNightResponse.of(hotel.id(), rooms.of(List.of(hotel.id())), workshop),
                hotel.version());
    }

    private Response answer(Hotel hotel, Workshop workshop) {
        return Response.ok(response(hotel, workshop))
                .header(HttpHeaders.ETAG, EntityTags.of(hotel.version()))
                .build();
    }

    private static Response answer(HotelSetting setting) {
        return Response.ok(new ConfirmationResponse(setting.confirmation(), setting.version()))
                .header(HttpHeaders.ETAG, EntityTags.of(setting.version()))
                .build();
    }
}
