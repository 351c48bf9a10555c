package eu.urbact.infocus.registration.hotel;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.audit.Changes;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.registration.problem.Counted;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** Organisers write down which rooms a hotel keeps until when, and at what price. */
@ApplicationScoped
public class DefineHotel {

    private final Hotels hotels;
    private final RoomNights rooms;
    private final HotelRequests requests;
    private final AuditTrail audit;
    private final Event<RoomsFreed> freed;
    private final Clock clock;

    DefineHotel(
            Hotels hotels,
            RoomNights rooms,
            HotelRequests requests,
            AuditTrail audit,
            Event<RoomsFreed> freed,
            Clock clock) {
        this.hotels = hotels;
        this.rooms = rooms;
        this.requests = requests;
        this.audit = audit;
        this.freed = freed;
        this.clock = clock;
    }

    /** Adds a hotel with its rooms. */
    @Transactional
    public Hotel add(UUID callId, Hotel.Definition definition) {
        Hotel hotel = new Hotel(callId, definition);
        hotels.persistAndFlush(hotel);
        rooms.replace(hotel.id(), definition.nights());
        audit.record("hotel-added", "call", callId.toString(), details(hotel.id(), described(definition)));
        freed.fire(new RoomsFreed(callId));
        return hotel;
    }

    /** Changes a hotel; refused, with the numbers, below the rooms that are held, and once the rooms have gone back. */
    @Transactional
    public Outcome<Hotel> change(UUID id, Hotel.Definition definition) {
        Hotel hotel = hotels.toChange(id);
        if (hotel.isReleased(clock.instant())) {
            return Outcome.refused(RegistrationProblem.ROOMS_RELEASED, "The rooms have gone back to the hotel.");
        }
        Map<String, Object> before = described(definition(hotel));
        List<RoomNight> tooSmall = rooms.replace(id, definition.nights());
        if (!tooSmall.isEmpty()) {
            return Outcome.refused(
                    RegistrationProblem.CONTINGENT_TOO_SMALL,
                    tooSmall.stream()
                            .map(night -> "%d %s %s held on %s."
                                    .formatted(
                                            night.held(),
                                            night.roomType().name().toLowerCase(Locale.ROOT),
                                            night.held() == 1 ? "room is" : "rooms are",
                                            WrittenDays.of(List.of(night.night()))))
                            .collect(Collectors.joining(" ")));
        }
        hotels.raiseVersion(hotel);
        hotel.describe(definition);
        hotels.flush();
        audit.record(
                "hotel-changed",
                "call",
                hotel.callId().toString(),
                details(id, Changes.between(before, described(definition))));
        freed.fire(new RoomsFreed(hotel.callId()));
        return Outcome.done(hotel);
    }

    /** Removes a hotel that nobody has asked for. */
    @Transactional
    public Outcome<UUID> remove(UUID id) {
        Hotel hotel = hotels.toRemove(id);
        long naming = requests.naming(id);
        if (naming > 0) {
            return Outcome.refused(
                    RegistrationProblem.HOTEL_IN_USE,
                    Counted.of(naming, "person has", "people have") + " asked for a room in it.");
        }
        Map<String, Object> details = details(id, described(definition(hotel)));
        hotels.delete(hotel);
        hotels.flush();
        audit.record("hotel-removed", "call", hotel.callId().toString(), details);
        return Outcome.done(id);
    }

    private Hotel.Definition definition(Hotel hotel) {
        return new Hotel.Definition(
                hotel.name(),
                hotel.address(),
                hotel.category(),
                hotel.releaseAt(),
                rooms.of(List.of(hotel.id())).stream()
                        .map(RoomNight::contingent)
                        .toList());
    }

    private static Map<String, Object> described(Hotel.Definition definition) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", definition.name());
        described.put("address", definition.address());
        described.put("category", definition.category());
        described.put("releaseAt", definition.releaseAt());
        // in one order, so that the same rooms are no change
        described.put(
                "nights",
                definition.nights().stream()
                        .sorted(Comparator.comparing(RoomNight.Contingent::night)
                                .thenComparing(RoomNight.Contingent::roomType))
                        .toList());
        return described;
    }

    private static Map<String, Object> details(UUID id, Map<String, Object> values) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("hotel", id);
        details.putAll(values);
        return details;
    }
}
