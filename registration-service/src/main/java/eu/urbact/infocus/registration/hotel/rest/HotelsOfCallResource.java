package eu.urbact.infocus.registration.hotel.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.hotel.Hotel;
import eu.urbact.infocus.registration.hotel.Hotels;
import eu.urbact.infocus.registration.hotel.RoomNight;
import eu.urbact.infocus.registration.hotel.RoomNights;
import eu.urbact.infocus.registration.hotel.RoomType;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;

/** Where people with a place can stay and what it costs, for everybody who thinks of applying. */
@Path("/api/v1/calls/{id}/hotels")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class HotelsOfCallResource {

    /**
     * A hotel that keeps rooms. How many, and how many are free, is for those who may ask for one.
     *
     * @param category the price category in the organisers' words
     * @param releaseAt until when rooms are kept
     * @param zone the venue's
     * @param released whether they have gone back to the hotel
     */
    public record HotelOfCall(
            String name,
            String address,
            String category,
            Instant releaseAt,
            String zone,
            boolean released,
            List<Price> prices) {}

    /** What a room of this kind costs in a night, the cheapest and the dearest, in euro cents. */
    public record Price(RoomType roomType, int lowestCents, int highestCents) {}

    private final Calls calls;
    private final Workshops workshops;
    private final Hotels hotels;
    private final RoomNights rooms;
    private final Caller caller;
    private final Clock clock;

    HotelsOfCallResource(
            Calls calls, Workshops workshops, Hotels hotels, RoomNights rooms, Caller caller, Clock clock) {
        this.calls = calls;
        this.workshops = workshops;
        this.hotels = hotels;
        this.rooms = rooms;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "List the hotels that keep rooms for people with a place, with prices and until when",
            description =
                    "Without nights that are too far from the workshop, and without hotels that have no others. A draft's are"
                            + " found by organisers only.")
    public List<HotelOfCall> list(@PathParam("id") UUID id) {
        CallForParticipation call = calls.findByIdOptional(id)
                .filter(found -> found.isPublic() || caller.isOrganiser())
                .orElseThrow(Problems::notFound);
        Workshop workshop = workshops.findById(call.workshopId());
        List<Hotel> kept = hotels.of(id);
        List<RoomNight> near = rooms.of(kept.stream().map(Hotel::id).toList()).stream()
                .filter(night -> workshop.isNear(night.night()))
                .toList();
        Instant now = clock.instant();
        return kept.stream()
                .map(hotel -> new HotelOfCall(
                        hotel.name(),
                        hotel.address(),
                        hotel.category(),
                        hotel.releaseAt(),
                        workshop.zone().getId(),
                        hotel.isReleased(now),
                        prices(hotel, near)))
                .filter(hotel -> !hotel.prices().isEmpty())
                .toList();
    }

    private static List<Price> prices(Hotel hotel, List<RoomNight> nights) {
        return nights.stream()
                .filter(night -> night.hotelId().equals(hotel.id()))
                .collect(Collectors.groupingBy(RoomNight::roomType, Collectors.summarizingInt(RoomNight::priceCents)))
                .entrySet()
                .stream()
                .map(kind -> price(kind.getKey(), kind.getValue()))
                .sorted(Comparator.comparing(Price::roomType))
                .toList();
    }

    private static Price price(RoomType roomType, IntSummaryStatistics cents) {
        return new Price(roomType, cents.getMin(), cents.getMax());
    }
}
