package eu.urbact.infocus.registration.hotel;

/** What kind of room; the price is the room's, however many sleep in it. */
public enum RoomType {
    SINGLE,
    DOUBLE
}
