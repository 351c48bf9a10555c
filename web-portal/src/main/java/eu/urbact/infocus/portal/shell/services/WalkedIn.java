package eu.urbact.infocus.portal.shell.services;

/** Somebody without a place is in, and so full is the room now. */
public record WalkedIn(WalkIn walkIn, Long present, Integer capacity, boolean full, boolean repeated) {}
