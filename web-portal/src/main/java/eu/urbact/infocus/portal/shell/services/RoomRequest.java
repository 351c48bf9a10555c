package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody has said about a room, as organisers see it.
 *
 * @param sharesWith who sleeps in the double room too, in the person's own words
 * @param sharesWithName the name of the participant whose mail address that is, or null
 * @param sharesWithRequestId the request of whoever is named there, when they want or have a room as well
 * @param outside whether the workshop is not on these days, which it may have been before
 * @param sharingEnded whether whoever was to share a double room does not come
 */
public record RoomRequest(
        String id,
        String applicationId,
        String givenName,
        String familyName,
        String organisation,
        String state,
        String roomType,
        LocalDate checkIn,
        LocalDate checkOut,
        String preferredHotelId,
        boolean othersWelcome,
        String hotelId,
        Instant requestedAt,
        long version,
        Change change,
        String sharesWith,
        String sharesWithName,
        String sharesWithRequestId,
        boolean outside,
        boolean sharingEnded) {

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

    /** Given and family name. */
    public String name() {
        return givenName + " " + familyName;
    }

    /** Whether they have a room and ask for no other. */
    public boolean isSettled() {
        return "CONFIRMED".equals(state) && change == null;
    }

    /** Whether nothing is left of it, because the person has cancelled or does not come. */
    public boolean isCancelled() {
        return "CANCELLED".equals(state);
    }

    /** Whether it is for days on which the workshop is not. */
    public boolean isAstray() {
        return outside && ("REQUESTED".equals(state) || "CONFIRMED".equals(state));
    }

    /** Whether its room is the hotel's again once the person has it no longer, because the rooms have gone back. */
    public boolean isHotelsAgain(List<Hotel> hotels) {
        return hotels.stream().anyMatch(hotel -> hotel.id().equals(hotelId) && hotel.releasedAt() != null);
    }

    /** Whether it waits for a decision. */
    public boolean isOpen() {
        return "REQUESTED".equals(state) || change != null;
    }

    /** The hotel that is wanted now, or null for any. */
    public String wantedHotelId() {
        return change == null ? preferredHotelId : change.preferredHotelId();
    }

    /** Whether another hotel than the wanted one will do. */
    public boolean isOtherWelcome() {
        return change == null ? othersWelcome : change.othersWelcome();
    }

    /** The hotels that keep such a room in all of these nights, free or not. */
    public List<Hotel> possible(List<Hotel> hotels) {
        return hotels.stream().filter(this::fits).toList();
    }

    private boolean fits(Hotel hotel) {
        String kind = change == null ? roomType : change.roomType();
        LocalDate from = change == null ? checkIn : change.checkIn();
        LocalDate to = change == null ? checkOut : change.checkOut();
        if (hotel.releasedAt() != null || from == null || to == null) {
            return false;
        }
        Set<LocalDate> kept = hotel.nights().stream()
                .filter(night -> night.roomType().equals(kind) && !night.tooFar())
                .map(RoomNight::night)
                .collect(Collectors.toSet());
        return from.datesUntil(to).allMatch(kept::contains);
    }

    @Override
    public String toString() {
        return "RoomRequest[" + id + "]";
    }
}
