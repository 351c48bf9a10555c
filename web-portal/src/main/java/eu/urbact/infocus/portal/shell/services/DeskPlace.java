package eu.urbact.infocus.portal.shell.services;

/** An application on the desk and its place in a list: who is before it and who comes after it, or null. */
public record DeskPlace(DeskRow row, String previous, String next) {}
