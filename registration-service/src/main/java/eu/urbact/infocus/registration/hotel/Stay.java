package eu.urbact.infocus.registration.hotel;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import eu.urbact.infocus.registration.programmeview.Workshop;

/** From the day somebody comes to the day they leave, in one kind of room. */
public record Stay(RoomType roomType, LocalDate checkIn, LocalDate checkOut) {

    /** The nights, each named by the day on which it begins. */
    public List<LocalDate> nights() {
        return checkIn.datesUntil(checkOut).toList();
    }

    /** Whether all of it is at a time for which a room can be had; the workshop may have been moved since the stay was asked for. */
    public boolean isNear(Workshop workshop) {
        return nights().stream().allMatch(workshop::isNear);
    }

    /** Whether the workshop is at another time, which it may have been moved to since the stay was asked for. */
    public boolean isOutside(Workshop workshop) {
        return nights().stream().noneMatch(workshop::isAround);
    }

    /** The rows of the stay in this hotel, in the order in which they are touched. */
    SortedSet<RoomNight.Key> in(UUID hotelId) {
        SortedSet<RoomNight.Key> keys = new TreeSet<>();
        nights().forEach(night -> keys.add(new RoomNight.Key(hotelId, roomType, night)));
        return keys;
    }
}
