package eu.urbact.infocus.portal.shell.services;

import java.time.LocalDate;

/**
 * Rooms of one kind in one night; the price is for the room, in euro cents.
 *
 * @param tooFar whether the workshop has been moved so far away that nobody gets a room in this night
 */
public record RoomNight(String roomType, LocalDate night, int rooms, int free, int priceCents, boolean tooFar) {}
