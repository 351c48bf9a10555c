package eu.urbact.infocus.registration.hotel;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.call.WorkshopOfCall;
import eu.urbact.infocus.registration.programmeview.Workshop;

/** Takes the first free room that somebody would like, in the order in which they would like it. */
@ApplicationScoped
class TakeRoom {

    private final WorkshopOfCall workshopOfCall;
    private final Hotels hotels;
    private final RoomNights rooms;

    TakeRoom(WorkshopOfCall workshopOfCall, Hotels hotels, RoomNights rooms) {
        this.workshopOfCall = workshopOfCall;
        this.hotels = hotels;
        this.rooms = rooms;
    }

    /** The rooms of the hotels that still keep any. */
    List<RoomNight> nights(List<Hotel> kept, Instant now) {
        return rooms.of(kept.stream()
                .filter(hotel -> !hotel.isReleased(now))
                .map(Hotel::id)
                .toList());
    }

    /**
     * Takes a room for what waits, in the place of the one that the person has if they ask for another; the application is locked by the
     * caller.
     *
     * @param kept the hotels of the call
     * @param possible in which of them
     * @return whether there was one
     */
    boolean take(HotelRequest request, List<Hotel> kept, Predicate<Hotel> possible, Instant now) {
        HotelRequest.Wish wish = request.waiting();
        Workshop workshop = workshopOfCall.find(request.callId()).orElseThrow();
        if (HotelPolicy.onDays(wish.stay(), workshop) instanceof Verdict.Refused) {
            return false;
        }
        for (Hotel hotel : HotelPolicy.inOrder(wish, kept, nights(kept, now), now)) {
            if (possible.test(hotel) && taken(request, wish.stay(), hotel, now)) {
                return true;
            }
        }
        return false;
    }

    private boolean taken(HotelRequest request, Stay stay, Hotel hotel, Instant now) {
        if (request.change() == null) {
            if (!rooms.take(stay.in(hotel.id())).isEmpty()) {
                return false;
            }
            request.confirm(hotel.id(), rooms.price(stay.in(hotel.id())), null, now);
            return true;
        }
        Hotel old = hotels.findById(request.hotelId());
        if (!rooms.move(request.stay().in(old.id()), stay.in(hotel.id()), old.isReleased(now))
                .isEmpty()) {
            return false;
        }
        request.change(hotel.id(), rooms.price(stay.in(hotel.id())), null, now);
        return true;
    }
}
