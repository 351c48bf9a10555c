package eu.urbact.infocus.portal.shell.services;

import java.time.LocalDate;

/** Rooms of one kind in one night; the price is for the room, in euro cents. */
public record RoomNight(String roomType, LocalDate night, int rooms, int free, int priceCents) {}
