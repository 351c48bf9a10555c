package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Hotels, and what the person behind a personal link has said about a room.
 *
 * @param open whether rooms can still be asked for
 * @param request what they have said, or null
 */
public record OwnRoom(
        String workshopSlug,
        String workshopTitle,
        Instant startsAt,
        Instant endsAt,
        String zone,
        boolean open,
        List<Hotel> hotels,
        Request request) {

    /** Completes what a service left out. */
    public OwnRoom {
        hotels = hotels == null ? List.of() : hotels;
    }

    /**
     * A hotel that keeps rooms.
     *
     * @param released whether its rooms have gone back to it
     */
    public record Hotel(
            String id,
            String name,
            String address,
            String category,
            Instant releaseAt,
            boolean released,
            List<RoomNight> nights) {

        /** Completes what a service left out. */
        public Hotel {
            nights = nights == null ? List.of() : nights;
        }
    }

    /** Which room is wanted instead of the confirmed one. */
    public record Change(
            String roomType,
            LocalDate checkIn,
            LocalDate checkOut,
            String preferredHotelId,
            boolean othersWelcome,
            String sharesWith) {

        @Override
        public String toString() {
            return "Change";
        }
    }

    /**
     * What was said about a room.
     *
     * @param outside whether the workshop is not on these days, which it may have been before
     * @param sharingEnded whether whoever was to share a double room does not come, or the room in which the person was to sleep too is gone
     * @param inOthersRoom whether the person sleeps in the double room that somebody else has asked for
     */
    public record Request(
            String state,
            String roomType,
            LocalDate checkIn,
            LocalDate checkOut,
            String preferredHotelId,
            boolean othersWelcome,
            String hotelId,
            Integer priceCents,
            String answer,
            Change change,
            String sharesWith,
            boolean outside,
            boolean sharingEnded,
            boolean inOthersRoom) {

        /** Whether it can be cancelled. */
        public boolean isLive() {
            return "REQUESTED".equals(state) || "CONFIRMED".equals(state);
        }

        /** Whether the bed in the room of somebody else is gone, so that the answer that none is needed counts no more. */
        public boolean isBedLost() {
            return sharingEnded && !isLive();
        }

        /** Whether somebody else can sleep in the room. */
        public boolean isShareable() {
            return isLive() && "DOUBLE".equals(roomType);
        }

        @Override
        public String toString() {
            return "Request";
        }
    }

    /** Whether a room is confirmed. */
    public boolean isConfirmed() {
        return request != null && "CONFIRMED".equals(request.state());
    }

    /** The name of a hotel, by its id. */
    public String hotelName(String id) {
        return hotels.stream()
                .filter(hotel -> hotel.id().equals(id))
                .map(Hotel::name)
                .findFirst()
                .orElse("");
    }

    /** The hotel with this id, or null. */
    public Hotel hotel(String id) {
        return hotels.stream()
                .filter(hotel -> hotel.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return "OwnRoom";
    }
}
