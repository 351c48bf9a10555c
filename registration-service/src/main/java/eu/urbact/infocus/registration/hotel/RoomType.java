package eu.urbact.infocus.registration.hotel;

/** What kind of room; the price is the room's, however many sleep in it. Who shares one asks for it once, and the other for none. */
public enum RoomType {
    SINGLE,
    DOUBLE
}
